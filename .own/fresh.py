import sys; sys.path.insert(0,'/work/ha/.own')
from fit import *
import warnings; warnings.filterwarnings('ignore')
F=sys.argv[1]
tr=[r for r in R if r['set']!=F]; te=[r for r in R if r['set']==F]
for pairs in (False,True):
  for l2 in (.3,.7):
    X,v=matrix(tr,pairs); M,V,_=fit(X,yv(tr),weight(tr),l2); report(te,matrix(te,pairs,v)[0]@M,f'{pairs} {l2}')
for l2n in (.03,.1,.3):
    G=sparse(tr); X,v=matrix(tr,False); M,V,_=fit(X,yv(tr),weight(tr),.5,True,G,l2n,steps=150); report(te,matrix(te,False,v)[0]@M+torch.sparse.mm(sparse(te),torch.tensor(V)).numpy(),f'ngram {l2n}')
