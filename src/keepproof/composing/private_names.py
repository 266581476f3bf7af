"""Find names of persons where the words around leave no doubt; a name that stands alone is not looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SURNAMES = (
    "欧阳|司马|上官|诸葛|皇甫|尉迟|公孙|慕容|令狐|东方|夏侯|端木|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘于蒋"
    "蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔向汤温康施文牛樊葛邢安齐"
    "易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟"
    "艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝]"
)
_WHO = (
    "快递员|快递小哥|配送员|送货员|送货师傅|派件员|安装师傅|维修师傅|师傅|司机|收件人|收货人|签收人|代收人|寄件人|联系人|邻居|同事|朋友|室友|"
    "客服专员|客服经理|客服主管|店主|老板|店长|经理|负责人|法人|法定代表人|我?(?:妈妈|爸爸|母亲|父亲|老公|老婆|丈夫|妻子|儿子|女儿|爷爷|奶奶|外婆|外公|哥哥|姐姐|弟弟|妹妹)"
)
# Behind the name the sentence goes on, or ends.
_AFTER = r"(?=$|[\s，,。；;、！!？?）)】”\"’（(]|说|称|代|签|收|打|来|电|送|于|在|把|将|告诉|表示|先生|女士|小姐|的|没|不|已|拿|领|取|放|和|与)"
_NAMED = re.compile(
    rf"(?:{_WHO})(?:的?(?:名字|姓名))?(?:是|为|叫|名叫|：|:|\s)+(?P<name>(?:{_SURNAMES})[\u4e00-\u9fff]{{1,2}}?){_AFTER}"
)
_ROLE = re.compile(rf"(?:{_WHO})(?P<name>(?:{_SURNAMES})[\u4e00-\u9fff]{{1,2}}?){_AFTER}")
_TITLED = re.compile(
    rf"(?<![\u4e00-\u9fff])(?P<name>(?:{_SURNAMES})[\u4e00-\u9fff]{{1,2}})(?=先生|女士|小姐)"
)
_CALLED = re.compile(
    rf"(?:名叫|姓名(?:是|为|：|:)\s*)(?P<name>(?:{_SURNAMES})[\u4e00-\u9fff]{{1,2}}?){_AFTER}"
)
# Words that begin like a name.
_WORDS = frozenset(
    [
        "马上",
        "方面",
        "高兴",
        "高度",
        "高达",
        "常常",
        "于是",
        "安排",
        "任何",
        "时候",
        "时间",
        "后来",
        "严重",
        "向我",
        "全部",
        "全都",
        "全是",
        "单方",
        "单号",
        "明天",
        "明确",
        "明明",
        "应该",
        "应当",
        "成功",
        "包裹",
        "包装",
        "方式",
        "方便",
        "金额",
        "白天",
        "温馨",
        "万一",
        "钱款",
        "计划",
        "解释",
        "毛病",
        "强调",
        "水果",
        "花费",
        "左右",
        "石头",
        "齐全",
        "连续",
        "连接",
        "连我",
        "麻烦",
        "和我",
        "路上",
        "路过",
        "本人",
        "本来",
        "白白",
        "何时",
        "何况",
        "全家",
        "全程",
        "向他",
        "和他",
        "安装",
        "安全",
        "关门",
        "关系",
        "关于",
        "关机",
        "包括",
        "包邮",
        "成为",
        "商量",
        "商家",
        "商品",
        "查看",
        "查询",
        "师傅",
        "简单",
        "管理",
        "季度",
        "游客",
        "盛装",
        "查了",
        "全责",
        "全款",
        "康复",
        "文字",
        "文件",
        "牛奶",
        "石材",
        "华为",
        "易碎",
        "司机",
        "农药",
        "应付",
        "欧元",
        "时说",
        "明说",
        "和家",
        "项目",
        "党员",
        "时不",
        "文员",
        "单元",
        "解决",
        "解释说",
        "和平",
        "成本",
        "车里",
        "车上",
        "车子",
        "车间",
        "全天",
        "全额",
        "边缘",
        "查到",
        "查无",
        "和气",
        "连人",
        "米粉",
        "万分",
        "关闭",
        "金属",
        "黄色",
        "白色",
        "蓝色",
        "方形",
        "龙头",
        "马桶",
        "马路",
        "江苏",
        "温度",
        "温和",
        "康师",
        "谢谢",
        "房东",
        "管家",
        "管道",
        "时段",
        "车牌",
        "路口",
        "时没",
        "和同",
        "应答",
        "章程",
        "艾灸",
        "池子",
        "程序",
        "何人",
        "何事",
        "何在",
    ]
)
_ENGLISH_WHO = (
    r"(?:courier|driver|delivery (?:man|person)|neighbou?r|recipient|addressee|signed(?: for)? by|agent|owner|manager|contact(?: person)?|"
    r"my (?:wife|husband|mother|father|son|daughter|brother|sister|friend|flatmate|roommate|colleague|partner))"
)
_LATIN = re.compile(
    rf"\b(?i:{_ENGLISH_WHO})(?:(?:[’']s)? name)?(?:\s+(?:is|was|named|called)|:|,)?\s+(?P<name>[A-Z][a-z]+(?:\s[A-Z][a-z’'\-]+){{1,2}})"
)
_LATIN_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr)\.?\s+(?P<name>[A-Z][a-z]+(?:\s[A-Z][a-z’'\-]+)?)\b"
)
_LATIN_CALLED = re.compile(r"\b(?:named|called|name is)\s+(?P<name>[A-Z][a-z]+\s[A-Z][a-z’'\-]+)\b")
_LATIN_WORDS = frozenset(
    [
        "Customer",
        "Support",
        "Service",
        "Post",
        "Express",
        "Logistics",
        "Royal",
        "Mail",
        "Amazon",
        "The",
        "Shop",
        "Store",
        "China",
        "Tmall",
        "Taobao",
        "Pinduoduo",
        "Beyond",
    ]
)


def find(text: str) -> Iterator[tuple[int, int]]:
    """Give where names of persons begin and end."""
    for pattern in (_NAMED, _ROLE, _TITLED, _CALLED):
        for match in pattern.finditer(text):
            name = match["name"]
            if name not in _WORDS and name[:2] not in _WORDS:
                yield match.span("name")
    for pattern in (_LATIN, _LATIN_TITLED, _LATIN_CALLED):
        for match in pattern.finditer(text):
            if not _LATIN_WORDS.intersection(match["name"].split()):
                yield match.span("name")
