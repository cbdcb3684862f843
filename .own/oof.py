import sys; sys.path.insert(0,'/work/ha/src/training/advisor')
from train_advisor import *
raw=[l.rstrip('\n').split('\t') for l in open('/work/ha/.own/features.tsv')]
rows=read('/work/ha/.own/features.tsv')
for r,f in zip(rows,raw): r['q']=f[6]; r['cues']=f[8]
pool=[r for r in rows if r['table']!='own-questions']; own=[r for r in rows if r['table']=='own-questions']
K=4; fold=np.random.RandomState(3).permutation(len(pool))%K
s=np.zeros((len(pool),8))
for k in range(K):
    m=fit(own+[r for r,f in zip(pool,fold) if f!=k],.5,float(sys.argv[1]) if len(sys.argv)>1 else .05,150)
    s[fold==k]=score([r for r,f in zip(pool,fold) if f==k],m)
report(pool,s,'all'); print('T',temperature(pool,s))
for r,a in zip(pool,s.argmax(1)):
    if TASKS[a] not in r['right']: print(f"{r['lang']} {r['gold'][:10]}{r['gold'][-3:]}->{TASKS[a][:10]}{TASKS[a][-3:]} {r['q'][:140]} ## {r['cues']}")
