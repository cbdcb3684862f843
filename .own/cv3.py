import sys; sys.path.insert(0,'/work/ha/.own')
from cv import *
cv({'cues':(False,.5,None,0),'ngram.03':(False,.5,.03,0),'ngram.1':(False,.5,.1,0),'l2 1.5 ngram.03':(False,1.5,.03,0)},K=4)
