"""Editing in moviepy's idiom, rendered by one ffmpeg filter graph.

```python
film = join([Shot("1.mp4").subclipped(1, 4), Shot("2.mp4").with_speed_scaled(1.5)])
film.with_captions(((0, 3), "三年老灶")).with_cover("灶上腊肉").write_videofile("成片.mp4")
```
"""

from nongju.clips.edit.authoring import Film, Shot, join
from nongju.clips.edit.captions.caption import Caption
from nongju.clips.edit.fault import EditFault
from nongju.clips.edit.sound import Sound

__all__ = ["Caption", "EditFault", "Film", "Shot", "Sound", "join"]
