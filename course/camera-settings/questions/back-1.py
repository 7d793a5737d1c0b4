# %% tags=["form"]
# 回头看：你开头猜的是哪样
from nongju import form

form.recall("guess-1.pick", "你开头猜，先点开的是：")
form.recall("guess-1.why", "你开头猜，右边好在：")
form.recall("guess-2.pick", "你开头猜，一分钟 4K 要传：")
