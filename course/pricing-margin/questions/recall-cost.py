# %% tags=["form"]
# 第一晚的成本单：我的一单花在哪里
from nongju import form

form.recall("own-cost.scale", "第一晚写的，想卖到多大：", missing="第一晚还没选。先回去选一选：够家用，还是一年 1 吨、10 吨？")
form.recall("own-cost.price", "第一晚写的卖价：", missing="第一晚还没写卖价。先回去填。")
form.recall("own-cost.rows", "第一晚的成本单：", missing="第一晚的成本单还空着。先回去填，再来写价格单。")
