# %% tags=["question"]
# 第 7 题：裁、放大，还是走近
from nongju import form

q = form.question(
    "camera-settings/p7",
    see="讲一讲 一",
    scenes=[
        form.scene(
            "远处的腊肉",
            "横着拍的画面，宽 {w}、高 {h}。封面要宽 {tw} 比高 {th}。\n腊肉挂在三步外，显得小。路是平的，走得过去。",
            w=1920,
            h=1080,
            tw=6, th=7,
            zoom=[3, 6], eye="",
        ),
        form.scene(
            "塘里的莲",
            "画面宽 {w}、高 {h}。要发竖版，宽 {tw} 比高 {th}。\n莲在塘中间，人走不过去。手机背后有两颗镜头，一颗是长焦的。",
            w=1440,
            h=1080,
            tw=9, th=16,
            zoom=[3, 6], eye="只用广角那颗，",
        ),
        form.scene(
            "拍完才发现",
            "摘黑老虎的一段，横着拍的，宽 {w}、高 {h}。商品图要宽 {tw} 比高 {th}。\n今年的都摘完了，补拍不了。",
            w=1920,
            h=1080,
            tw=2, th=3,
            zoom=[3, 6], eye="",
        ),
        form.scene(
            "蜂箱",
            "蜂箱在坡上，怕蜂，不能走近。手机只有一颗镜头，蜂箱显得小，今天就要。\n画面宽 {w}、高 {h}。封面要宽 {tw} 比高 {th}。",
            w=1280,
            h=720,
            tw=6, th=7,
            zoom=[3, 6], eye="",
        ),
    ],
    fields=[
        form.number("kept", "① 裁完，还剩画面的百分之几？", unit="%"),
        form.number("sensor", "② 拍的时候{eye}手指放大 {zoom} 倍，感光片只用到百分之几？", unit="%"),
        form.choice(
            "way",
            "③ 这回怎么办？",
            {
                "walk": "走近，竖着重拍",
                "zoom": "站着，手指放大一点点",
                "lens": "点一下，换长焦镜头，竖着拍",
                "crop": "只能裁，认了",
            },
        ),
    ],
)

# %% tags=["key"] points=5
from nongju.models import framing

ZOOMED = "放大只用到一小块，暗处全是麻点。"

work = form.work(
    {
        "width": lambda s: s.h * s.tw / s.th,
        "kept": lambda s: framing.crop_share(s.w, s.h, s.tw, s.th) * 100,
        "sensor": lambda s: framing.zoom_sensor_share(s.zoom) * 100,
    },
    [
        form.slip("shape_for_share", "拿新的比例当剩下的", "这是新的宽比高。要拿留下的宽，除以原来的宽。", kept=lambda s: s.tw / s.th * 100),
        form.slip("frame_shape_alone", "拿原来的比例当剩下的", "这是原来的高比宽。先算留多宽。", kept=lambda s: s.h / s.w * 100),
        form.slip("shape_turned", "宽和高写反了", "宽 {tw} 比高 {th}：留的宽是 {h} × {tw} ÷ {th}。", kept=lambda s: s.h * s.th / s.tw / s.w * 100),
        form.slip("shape_upside_down", "拿高除以宽", "先算留多宽：{h} × {tw} ÷ {th}。再除以原来的宽。", kept=lambda s: s.th / s.tw * 100),
        form.slip("shape_taken_off", "拿 100 减新的比例", "{tw} 比 {th} 是新的宽比高，不是丢掉的。先算留多宽。", kept=dict.fromkeys(("远处的腊肉", "塘里的莲", "蜂箱"), lambda s: 100 - s.tw / s.th * 100)),
        form.slip("shape_as_parts", "当成几份里的几份", "宽 {tw} 比高 {th}，不是加起来分。留的宽是 {h} × {tw} ÷ {th}。", kept=lambda s: s.tw / (s.tw + s.th) * 100),
        form.slip("book_s_share", "照讲解里的裁", "31.6 是 16 比 9 裁成 9 比 16 的。这回的画面、比例不全一样。", kept=100 * 81 / 256),
        form.slip(
            "lost_for_kept",
            "写成了丢掉的",
            "这是丢掉的、没用到的。问的是剩下的、用到的：拿 100 减掉这个数。",
            kept=lambda s: 100 - framing.crop_share(s.w, s.h, s.tw, s.th) * 100,
            sensor=lambda s: 100 - 100 / s.zoom**2,
        ),
        form.slip("third_for_all", "样样都当剩三分之一", "三分之一说的是 16 比 9 裁成 9 比 16。这回不一样，自己算。", kept=100 / 3),
        form.slip("half_for_all", "样样都当一半", "不一定是一半。留的宽是 {h} × {tw} ÷ {th}，再除以原来的宽。", kept=50),
        form.slip("frame_upside_down", "拿原来的宽除以高", "这是原来的宽比高。先算留多宽。", kept=dict.fromkeys(("远处的腊肉", "拍完才发现", "蜂箱"), lambda s: s.w / s.h * 100)),
        form.slip("half_the_sensor", "样样都当一半", "放大 {zoom} 倍，横里 1/{zoom}，竖里 1/{zoom}，乘起来。", sensor=50),
        form.slip("crop_costs_nothing", "以为裁了不少东西", "高不动，两边裁掉了。", kept=100),
        form.slip("points_lost", "写成了丢多少点", "这是两边丢掉的宽。还剩百分之几：{width} 除以 {w}。", kept=lambda s: s.w - s.width),
        form.slip("points_for_share", "写成了留多少点", "这是留下的宽。还要除以原来的宽 {w}。", kept=lambda s: s.h * s.tw / s.th),
        form.slip("both_sides_cut", "横竖都裁了", "高不动，只裁宽。不用再乘一回。", kept=lambda s: framing.crop_share(s.w, s.h, s.tw, s.th) ** 2 * 100),
        form.slip("one_side_only", "只算了一条边", "横里少了，竖里也少了。乘两回。", sensor=lambda s: 100 / s.zoom),
        form.slip("square_as_double", "自己乘自己当成乘 2", "{zoom} 倍是自己乘自己，不是乘 2。", sensor=lambda s: 100 / (2 * s.zoom)),
        form.slip("zoom_costs_nothing", "以为放大不丢东西", "放大是把中间一块拉开，别的都没用上。", sensor=100),
        form.slip("zoom_adds", "以为越放越清楚", "放大不会多出东西，只会少。", sensor=lambda s: s.zoom * 100),
        form.slip("zoom_taken_off", "放一倍，减一份", "不是减。横里一份，竖里一份，两回都除。", sensor=lambda s: 100 - 100 / s.zoom),
        form.slip("quarter_for_all", "样样都当四分之一", "四分之一是放大两倍的。{zoom} 倍：1/{zoom} 乘 1/{zoom}。", sensor=25),
        form.slip("quarter_divided", "拿四分之一再除", "四分之一是放大两倍的。{zoom} 倍：1/{zoom} 乘 1/{zoom}。", sensor=lambda s: 25 / s.zoom),
        # Six times halved, and the rest of the crop in 36 parts, are too near to be told apart: the second is told.
        form.slip("halved_each_time", "放一倍，少一半", "不是一回回折半。横里 1/{zoom}，竖里 1/{zoom}，乘起来。", sensor=lambda s: 100 / 2**s.zoom if s.zoom == 3 else 100 / s.zoom**2),
        form.slip("pieces_for_share", "写成了分成几块", "{zoom} 乘 {zoom}，是分成几块。只用到一块：100 除以它。", sensor=lambda s: s.zoom**2),
        form.slip("zoom_for_share", "写成了放大几倍", "这是放大几倍。横里 1/{zoom}，竖里 1/{zoom}，乘起来。", sensor=lambda s: s.zoom),
        form.slip("cubed", "多乘了一回", "横里一回，竖里一回，只乘两回。", sensor=dict.fromkeys(("远处的腊肉", "塘里的莲", "蜂箱"), lambda s: 100 / s.zoom**3)),
        form.slip("crop_zoomed", "从裁剩的除起了", "②问的是感光片，和①裁的不相干：从 100 除起。横里 1/{zoom}，竖里 1/{zoom}。", sensor=lambda s: s.kept / s.zoom**2, at="sensor"),
        form.slip("pieces_taken_off", "拿 100 减了块数", "分成 {zoom} 乘 {zoom} 块，只用到一块：100 除以块数，不是减。", sensor=lambda s: 100 - s.zoom**2),
        form.slip("zoom_subtracted", "拿 100 减了倍数", "不是减。横里 1/{zoom}，竖里 1/{zoom}，乘起来。", sensor=lambda s: 100 - s.zoom),
    ],
)
q.mark(
    form.rule_number("kept", points=2, of=work, within=0.6, why="高不动，宽留 {h} × {tw} ÷ {th} = {width}。除以 {w}，还剩 {key_said}。"),
    form.rule_number("sensor", points=1, of=work, within=0.3, why="横里只用 1/{zoom}，竖里也只用 1/{zoom}，乘起来 {key_said}。"),
    form.rule_choice(
        "way",
        points=2,
        key={"远处的腊肉": "walk", "塘里的莲": "lens", "拍完才发现": "crop", "蜂箱": "zoom"},
        why={
            "远处的腊肉": "走得过去就走。光和清楚一点不少，竖着拍，裁得少。",
            "塘里的莲": "走不过去，就用长焦那颗：它用的是整片感光片。",
            "拍完才发现": "补不了，就裁。下回一开始就竖着拿。",
            "蜂箱": "走不近，又没有长焦，才用手指。放一点点，趁光足的时候拍。",
        },
        wrong=[
            form.wrong(
                "finger_zoom",
                "手指一拉就行",
                {name: "zoom" for name in ("远处的腊肉", "塘里的莲", "拍完才发现")},
                {"远处的腊肉": ZOOMED, "塘里的莲": ZOOMED, "拍完才发现": "已经拍完了，再放大，只会更糊。"},
            ),
            form.wrong(
                "cut_later",
                "先拍了再裁",
                {name: "crop" for name in ("远处的腊肉", "塘里的莲", "蜂箱")},
                {
                    "远处的腊肉": "走得过去，就别留到后头裁。裁掉的回不来。",
                    "塘里的莲": "有长焦，当场就能拍大。裁掉的回不来。",
                    "蜂箱": "裁了还是小。当场放一点点，看得见糊不糊。",
                },
            ),
            form.wrong("walk_always", "没看走不走得成", {name: "walk" for name in ("塘里的莲", "拍完才发现", "蜂箱")}, "走近最好，这是真的。可这回走不成。"),
            form.wrong(
                "no_such_lens",
                "选了用不上的镜头",
                {"拍完才发现": "lens", "蜂箱": "lens"},
                {"拍完才发现": "已经拍完了，换镜头管不到它。", "蜂箱": "手机只有一颗镜头，没有长焦。"},
            ),
            form.wrong("lens_before_feet", "走得过去没走", {"远处的腊肉": "lens"}, "没说有长焦，路也走得过去。脚往前走。"),
        ],
    ),
)
