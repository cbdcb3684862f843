import sys; sys.path.insert(0,'/work/ha/.own')
from fit import *
own=[r for r in R if r['set']=='own-questions']
which=sys.argv[1:]
X,v=matrix(own,False); M,_,_=fit(X,yv(own),weight(own),0.5)
for s in which:
    rows=[r for r in R if r['set']==s]
    S=matrix(rows,False,v)[0]@M
    report(rows,S,s)
    for r,a in zip(rows,S.argmax(1)):
        if T[a] not in r['acc']: print(f"{r['gold'][:12]:12s}->{T[a][:12]:12s} {r['q'][:150]}  ## {r['cues']}")
