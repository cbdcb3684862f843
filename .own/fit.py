import numpy as np,sys,collections,torch,os
T=['classification_single','classification_multi','localisation','detection','semantic','instance','panoptic','none']
N=['image','object','pixel','several','one','individuals','size','background','none']
P=np.zeros((9,8))
def prof(t,**k):
    for n,v in k.items(): P[N.index(n),T.index(t)]=v
prof('classification_single',image=1); prof('classification_multi',image=1,several=1); prof('localisation',object=1,one=1)
prof('detection',object=1); prof('semantic',pixel=1); prof('instance',individuals=1,size=1,object=.5,pixel=.5); prof('panoptic',pixel=1,individuals=.5,background=1); prof('none',none=1)
def load():
    R=[]
    for l in open('/work/ha/.own/features.tsv'):
        f=l.rstrip('\n').split('\t')
        src=os.path.basename(f[0]).split('.')[0]
        x={}
        for kv in f[5].split():
            k,v=kv.rsplit('=',1); x[k]=float(v)
        R.append(dict(set=src,lang=f[1] or 'en',gold=f[2],acc=set(filter(None,f[3].replace('|',' ').replace(',',' ').replace(';',' ').split()))|{f[2]},src=f[4],x=x,q=f[6],norm=f[7],cues=f[8]))
    return R
R=load()
def merge(k): return 'none' if k.startswith('none.') else k
names=sorted({merge(k) for r in R for k in r['x']})
def feats(r,pairs):
    x=collections.defaultdict(float)
    for k,v in r['x'].items(): 
        k2=merge(k); x[k2]=max(x[k2],v) if k2!='none' else min(2,x[k2]+v)
    x['bias']=1
    n=len(r['x'])
    if n==0: x['empty']=1
    if pairs:
        ks=sorted(k for k in x if x[k] and k not in('bias',))
        for i,a in enumerate(ks):
            for b in ks[i+1:]: x[a+'&'+b]=1
    return x
def ngrams(s,D=1<<15):
    out=set()
    s='^'+s+'$'
    import zlib
    for n in range(2,6):
        for i in range(len(s)-n+1): out.add(zlib.crc32(s[i:i+n].encode())%D)
    return list(out)
def matrix(rows,pairs,vocab=None):
    F=[feats(r,pairs) for r in rows]
    if vocab is None:
        c=collections.Counter(k for f in F for k in f)
        vocab=sorted(k for k in c if c[k]>=(4 if '&' in k else 1))
    ix={k:i for i,k in enumerate(vocab)}
    X=np.zeros((len(rows),len(vocab)),np.float32)
    for i,f in enumerate(F):
        for k,v in f.items():
            if k in ix: X[i,ix[k]]=v*(0.5 if '&' in k else 1)
    return X,vocab
def fit(X,y,w,l2,needs=True,ng=None,l2n=None,steps=300):
    X=torch.tensor(X); y=torch.tensor(y); w=torch.tensor(w,dtype=torch.float32)
    W=torch.zeros(X.shape[1],9 if needs else 8,requires_grad=True)
    Pt=torch.tensor(P,dtype=torch.float32) if needs else torch.eye(8)
    ps=[W]
    if ng is not None:
        V=torch.zeros(ng.shape[1],8,requires_grad=True); ps.append(V)
    o=torch.optim.LBFGS(ps,max_iter=steps,history_size=10,line_search_fn='strong_wolfe')
    def cl():
        o.zero_grad()
        s=X@W@Pt
        reg=l2*(W**2).sum()
        if ng is not None:
            s=s+torch.sparse.mm(ng,V) ; reg=reg+l2n*(V**2).sum()
        l=(torch.nn.functional.cross_entropy(s,y,reduction='none',label_smoothing=0.02)*w).sum()+reg
        l.backward(); return l
    o.step(cl)
    return W.detach().numpy()@(P if needs else np.eye(8)), (V.detach().numpy() if ng is not None else None), W.detach().numpy()
def sparse(rows,D=1<<15):
    I=[];J=[];Vv=[]
    for i,r in enumerate(rows):
        g=ngrams(r['norm'],D); 
        v=1/np.sqrt(len(g))
        for k in g: I.append(i);J.append(k);Vv.append(v)
    return torch.sparse_coo_tensor(torch.tensor([I,J]),torch.tensor(Vv,dtype=torch.float32),(len(rows),D)).coalesce()
def report(rows,S,tag):
    p=S.argmax(1)
    top2=np.argsort(-S,1)[:,:2]
    ok=np.array([T[a] in r['acc'] for a,r in zip(p,rows)])
    ok2=np.array([any(T[a] in r['acc'] for a in t) for t,r in zip(top2,rows)])
    e=np.exp(S-S.max(1,keepdims=True));e/=e.sum(1,keepdims=True)
    c=e.max(1); o=np.argsort(-c); k=int(round(.75*len(o)))
    none=np.array([r['gold']=='none' for r in rows]); pn=p==7
    print(f"{tag:28s} n={len(rows):4d} acc={ok.mean():.3f} top2={ok2.mean():.3f} sure75={ok[o[:k]].mean():.3f} noneRecall={pn[none].mean() if none.any() else float('nan'):.3f} falseRefuse={(pn&~none&~ok).sum()/max(1,(~none).sum()):.3f} logloss={-np.mean(np.log([sum(e[i][T.index(a)] for a in r['acc']) for i,r in enumerate(rows)])):.3f}")
    return ok
def weight(rows): return np.array([1.0 for r in rows])
def yv(rows): return np.array([T.index(r['gold']) for r in rows])
if __name__=='__main__':
    own=[r for r in R if r['set'] in('own-questions',)]
    tests={s:[r for r in R if r['set']==s] for s in sorted({r['set'] for r in R}) if s!='own-questions'}
    for pairs in (False,True):
      for l2 in (0.3,1.0):
        X,v=matrix(own,pairs)
        M,_,_=fit(X,yv(own),weight(own),l2)
        print('pairs',pairs,'l2',l2,len(v))
        for s,rows in tests.items(): report(rows,matrix(rows,pairs,v)[0]@M,s)
    D=1<<15
    for l2n in (0.03,0.1):
        X,v=matrix(own,True); G=sparse(own)
        M,V,_=fit(X,yv(own),weight(own),1.0,True,G,l2n)
        print('ngram',l2n)
        for s,rows in tests.items(): report(rows,matrix(rows,True,v)[0]@M+torch.sparse.mm(sparse(rows),torch.tensor(V)).numpy(),s)
