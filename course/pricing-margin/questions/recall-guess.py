# %% tags=["form"]
# 回头看：最早猜的是几单
from nongju import form

form.recall("guess-2.pick", "你最早猜的是：")
