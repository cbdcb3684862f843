import sys; sys.path.insert(0,'/work/ha/.own')
from cv import *
cv({'cues':(False,.5,None,0),'cues+pairs':(True,.5,None,0),'cues+ngram.05':(False,.5,.05,0),'cues+pairs+ngram.05':(True,.5,.05,0)},K=4)
