# %% tags=["sheet"]
# 我的推广单：一单花得起几元，今天最多亏几元
from nongju import form
from nongju.models import traffic

q = form.question(
    "traffic-economics/own-limit",
    scenes=[
        form.scene(
            "我的货",
            "毛利照定价那两晚的成本单抄。没播过的，照邻居的数，或者先空着。",
            android=fact("beans_android"),
            iphone=fact("beans_iphone"),
        ),
    ],
    fields=[
        form.choice(
            "product",
            "我推哪一样？",
            {
                "larou": "腊肉",
                "sausage": "香肠",
                "lotus": "干莲子",
                "zha": "渣海椒",
                "heilaohu": "黑老虎",
                "potato": "土豆",
                "yam": "山药",
                "other": "别的",
            },
        ),
        form.choice(
            "papers",
            "能不能上架？",
            {"farm": "地里的货，不用证", "ready": "证和标签都齐", "notyet": "还没办，先不卖"},
        ),
        form.number("margin", "五问之一：一单毛利几元？（不算推广钱）", unit="元"),
        form.number("sold", "一百个人进来，买几单？（后台的数；没播过，写你估的数）", unit="单"),
        form.number("ad", "五问之二：一单广告费，最多肯出几元？", unit="元"),
        form.number("limit", "五问之三：今天最多亏几元？（写了就不改）", unit="元"),
        form.choice("home", "五问之四：这些钱全亏了，家里过得去吗？", {"yes": "过得去", "no": "过不去", "ask": "要和家里商量"}),
        form.choice(
            "money",
            "五问之五：这钱是不是借的？",
            {"own": "自己的闲钱", "loan": "借的（花呗、信用卡、亲戚都算）", "none": "这一回一分不花"},
        ),
        form.choice(
            "first",
            "头一步先做哪样？",
            {"old": "发给买过的老顾客", "cover": "重拍封面，改开头那句话", "small": "拿闲钱小试一回", "near": "走近路：食堂、邻县、赶场"},
        ),
        form.choice(
            "stop",
            "花到什么时候停？",
            {
                "limit": "亏到写好的数，马上停",
                "step": "后面这一档不赚，就停；亏到写好的数，也停",
                "back": "赚回来为止",
                "none": "不花钱，不用停",
            },
        ),
        form.text(
            "words",
            "有人劝你再加一点钱，你回他哪一句？",
            max_chars=120,
            starter="我一单毛利__元，亏到__元就停，所以__",
        ),
    ],
)


def respond(values):
    """Say what a visit and an order may cost, how many orders the limit stands for, and the five questions' verdict."""
    if values.get("papers") == "notyet":
        return form.lines(["先去办证、贴标签。货先不卖，也不推。"])
    said = []
    if values.get("money") == "loan":
        said.append("是借的钱？不投。把头一步改成不花钱的。")
    if values.get("home") == "no":
        said.append("亏了家里过不去，就不投。")
    if values.get("stop") == "back":
        said.append("「赚回来为止」就是追亏。写一个数，到了就停。")
    margin, sold, ad, limit = (values.get(name) for name in ("margin", "sold", "ad", "limit"))
    if margin is None:
        return form.lines([*said, "先填一单毛利，这里就有话说。"])
    if sold is not None and sold <= 100:
        worth = traffic.break_even_bid(margin, 1, sold / 100)
        android, iphone = (worth * beans // 1 for beans in (fact("beans_android"), fact("beans_iphone")))
        said.append(
            f"请一个人进来，最多出 {form.format_number(round(worth, 3))} 元：安卓 {android:.0f} 颗，苹果 {iphone:.0f} 颗。"
        )
    if ad is not None:
        if ad > margin:
            said.append(f"广告费比毛利多 {form.format_number(round(ad - margin, 2))} 元。来一单亏一单，改小。")
        else:
            said.append(f"扣了广告费，一单还剩 {form.format_number(round(margin - ad, 2))} 元。")
    if limit is not None and margin > 0:
        said.append(f"亏掉 {form.format_number(limit)} 元，要再卖 {-(-limit // margin):.0f} 单的毛利才补平。")
    if values.get("first") == "small" and values.get("money") == "none":
        said.append("一分不花，就不能选小试。头一步换一样。")
    if len(said) == 0:
        said.append("再往下填。")
    said.append("最后再问一遍：是借的钱？不投。")
    return form.lines(said)


q.sheet(respond)
