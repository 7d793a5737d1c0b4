# %% tags=["question"]
# 第 7 题：裁、放大，还是走近
from nongju import form

q = form.question(
    "camera-settings/p7",
    scenes=[
        form.scene(
            "远处的腊肉",
            "相机里横着拍的画面，宽 {w}、高 {h}。要发竖版，宽高 {tw} 比 {th}。\n腊肉挂在三步外，显得小。路是平的，走得过去。",
            w=1920,
            h=1080,
            tw=9,
            th=16,
            zoom=[2, 3],
        ),
        form.scene(
            "塘里的莲",
            "相机里 4 比 3 的画面，宽 {w}、高 {h}。要发竖版，宽高 {tw} 比 {th}。\n莲在塘中间，人走不过去。手机背后有两颗镜头，一颗是长焦的。",
            w=1440,
            h=1080,
            tw=9,
            th=16,
            zoom=[2, 4],
        ),
        form.scene(
            "拍完才发现",
            "摘黑老虎的一段，横着拍的，宽 {w}、高 {h}。要发 6 比 7 的，宽 {tw}、高 {th} 这样的比例。\n今年的都摘完了，补拍不了。",
            w=1920,
            h=1080,
            tw=6,
            th=7,
            zoom=[2, 3],
        ),
    ],
    fields=[
        form.number("kept", "① 裁完，还剩画面的百分之几？", unit="%"),
        form.number("sensor", "② 手指放大 {zoom} 倍，感光片只用到百分之几？", unit="%"),
        form.choice(
            "way",
            "③ 这回怎么办？",
            {
                "walk": "走近，竖着重拍",
                "zoom": "站着，手指放大",
                "lens": "点一下，换长焦镜头，竖着拍",
                "crop": "只能裁，认了",
            },
        ),
    ],
)

# %% tags=["key"] points=5
from nongju.marking import plain
from nongju.models import framing


def n(value):
    return plain(value, 1)


KEY = {"远处的腊肉": "walk", "塘里的莲": "lens", "拍完才发现": "crop"}
TOLD = {
    "远处的腊肉": "走得过去就走。光和清楚一点不少，竖着拍，一点不用裁。",
    "塘里的莲": "走不过去，就用长焦那颗：它用的是整片感光片。手指放大，只用中间一小块。",
    "拍完才发现": "补不了，就裁。6 比 7 比 9 比 16 宽，剩得多一些。下回一开始就竖着拿。",
}


def kept(s):
    return framing.crop_share(s.w, s.h, s.tw, s.th) * 100


q.mark(
    form.rule_number(
        "kept",
        points=2,
        within=0.6,
        key=kept,
        why=lambda s: f"高不动，宽只要 {n(s.h)} × {n(s.tw)} ÷ {n(s.th)} = {n(s.h * s.tw / s.th)}。占 {n(s.w)} 的 {n(kept(s))}%。",
        wrong=[
            form.wrong("shape_for_share", "拿比例当剩下的", lambda s: s.tw / s.th * 100, "这是竖版的宽比高。还要和原来的宽比。"),
            form.wrong("cut_for_kept", "写成了裁掉的", lambda s: 100 - kept(s), "问的是剩下的。用 100 减。"),
            form.wrong("crop_costs_nothing", "以为裁了不少东西", 100, "横的裁成竖的，两边都扔了。"),
        ],
    ),
    form.rule_number(
        "sensor",
        points=1,
        within=0.6,
        key=lambda s: framing.zoom_sensor_share(s.zoom) * 100,
        why=lambda s: f"横里只用 1/{n(s.zoom)}，竖里也只用 1/{n(s.zoom)}，乘起来 {n(100 / s.zoom**2)}%。",
        wrong=[
            form.wrong("one_side_only", "只算了一条边", lambda s: 100 / s.zoom, "横里少了，竖里也少了。乘两回。"),
            form.wrong("zoom_costs_nothing", "以为放大不丢东西", 100, "放大是把中间一块拉开，别的都没用上。"),
            form.wrong("zoom_adds", "以为越放越清楚", lambda s: s.zoom * 100, "放大不会多出东西，只会少。"),
        ],
    ),
    form.rule_choice(
        "way",
        points=2,
        key=lambda s: KEY[s.name],
        why=lambda s: TOLD[s.name],
        wrong=[
            form.wrong("finger_zoom", "手指一拉就行", "zoom", "放大只用到一小块，暗处全是麻点。"),
            form.wrong("cut_later", "先拍了再裁", {"远处的腊肉": "crop", "塘里的莲": "crop"}, "能当场弄好的，别留到后头。裁掉的回不来。"),
            form.wrong("walk_always", "总想走近", {"塘里的莲": "walk", "拍完才发现": "walk"}, "走近最好，这是真的。可这回走不成。"),
            form.wrong("no_such_lens", "忘了已经拍完", {"拍完才发现": "lens"}, "已经拍完了，换镜头管不到它。"),
            form.wrong("lens_before_feet", "有路不走", {"远处的腊肉": "lens"}, "没说有长焦，路也走得过去。脚往前走。"),
        ],
    ),
)
