import sys; sys.path.insert(0,'/work/ha/.own')
from fit import *
import warnings; warnings.filterwarnings('ignore')
def cv(configs,K=5,verbose=True):
    pool=[r for r in R if r['set'].startswith('build') or r['set'] in('dev','seed_examples')]
    own=[r for r in R if r['set']=='own-questions']
    rng=np.random.RandomState(1); perm=rng.permutation(len(pool)); fold=np.zeros(len(pool),int); fold[perm]=np.arange(len(pool))%K
    res={}
    for name,(pairs,l2,l2n,lo) in configs.items():
        S=np.zeros((len(pool),8))
        for k in range(K):
            tr=own+[r for r,f in zip(pool,fold) if f!=k]; te=[i for i,f in enumerate(fold) if f==k]
            rows=[pool[i] for i in te]
            X,v=matrix(tr,pairs)
            G=sparse(tr) if l2n else None
            M,V,_=fit(X,yv(tr),weight(tr),l2,True,G,l2n,steps=150)
            s=matrix(rows,pairs,v)[0]@M
            if V is not None: s=s+torch.sparse.mm(sparse(rows),torch.tensor(V)).numpy()
            S[te]=s
        res[name]=S
        report(pool,S,name)
        if verbose:
            for st in sorted({r['set'] for r in pool}):
                ix=[i for i,r in enumerate(pool) if r['set']==st]; report([pool[i] for i in ix],S[ix],'   '+st)
    return pool,res
if __name__=='__main__':
    cv({'cues':(False,.5,None,0),'cues+pairs':(True,.5,None,0),'cues+ngram .05':(False,.5,.05,0),'cues+pairs+ngram.05':(True,.5,.05,0),'ng.02':(True,.5,.02,0)})
