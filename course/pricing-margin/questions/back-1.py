# %% tags=["form"]
# 回头看：你开头猜的是几元
from nongju import form

form.recall("guess-1.pick", "你开头猜，这一单真落下：")
