# %% tags=["form"]
# 回头看：你开头猜的两样
from nongju import form

form.recall("guess-1.pick", "被看到一万次，你开头猜卖出：")
form.recall("guess-2.pick", "你开头猜，排在最前头的是：")
