# %% tags=["form"]
# 回头看：你开头猜的是哪样
from nongju import form

form.recall("guess-1.pick", "你开头猜，乙比甲多落：")
