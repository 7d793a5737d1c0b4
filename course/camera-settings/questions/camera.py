# %% tags=["form"]
# 动手试：相机，照着那一张拍
from nongju.simulators import PHONE_CAMERA, place

place("camera-settings/camera", PHONE_CAMERA, after="guess-1")
