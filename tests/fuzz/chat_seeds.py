"""Small chats, one in each grammar, for the fuzzer to start from; all written here."""

from __future__ import annotations

import json

from fixtures.documents import workbook

SAID = "你好，订单什么时候发货？"
_JSON_MESSAGE = {
    "createTime": 1785893460,
    "formattedTime": "2026-08-05 09:31:00",
    "localType": 1,
    "content": SAID,
    "isSend": 1,
    "senderDisplayName": "小鱼",
}
_TELEGRAM = {
    "type": "message",
    "date": "2026-08-05T09:31:00",
    "date_unixtime": "1785893460",
    "from": "Ann",
    "text": ["see ", {"type": "link", "text": "http://a"}],
}
_QIANNIU = {"date": "2026-08-05", "time": "9:31:00", "sender": "tb1", "text": SAID, "imgUrl": ""}
_TRAINING = [{"role": "user", "content": "你好"}, {"role": "assistant", "content": "在"}]

TEXTS = {
    "wangwang": [
        f"tb46922026-8-5 9:31:00\n{SAID}\n已读\n某某旗舰店:售后2026-8-5 9:32:10\n[图片]\n",
        f"tb4692 2026-08-05 09:31:00\n{SAID}\n\n某某旗舰店 --> 对方 2026-8-5 9:32:10\n在的\n",
        f"某某店\n2026-08-05 09:31:00\n{SAID}\ntb1\n2026-08-05 09:33:00\n撤回了一条消息\n",
    ],
    "qq_copied": [
        f"【管理员】张三 2/3/2020 12:05:06 AM\n{SAID}\n\n李四 2/3/2020 3:05:06 PM\n在\n",
        f"— —  2026-08-05  — —\n\n张三  09:31:00 \n{SAID}\n李四  09:32:00 \n在\n",
    ],
    "qq_text": [
        (
            f"消息记录（此消息记录为文本格式，不支持重新导入）\n\n消息对象:张三\n2026-08-05 9:31:00 张三\n{SAID}\n\n"
            "2026-08-05 9:32:00 李四(10002)\n好\n"
        )
    ],
    "memotrace": [f"2026-08-05 09:31:00 某某店\n{SAID}\n\n2026-08-05 09:32:00 我\n[图片]\n"],
    "weflow": [f"2026-08-05 09:31:00 '某某店'\n{SAID}\n\n2026-08-05 09:32:00 '我'\n[语音]\n"],
    "wechat_dump": [f"wxid_1|小店:2026-08-05 09:31:00:{SAID}\nme|me:2026-08-05 09:32:00:x|img:a\n"],
    "welink": [f"张三(z001)\t2026-08-05 09:31:00\n{SAID}\n李四(l002)\t2026-08-05 09:32:00\n好\n"],
    "whatsapp": [
        "1/22/24, 3:04 PM - Bob: hello\n1/23/24, 3:05 PM - Ann: <Media omitted>\n",
        "[22.01.2024, 03:04:05\u202fPM] Bob: \u200ehello\n[2024/1/23 下午3:05:06] Ann: 好\n",
    ],
    "timed_lines": ["2026-08-05 09:31:00 tb1：灯不亮: 怎么办\n2026-08-05 09:32:00 某某店：亲\n"],
    "dialogue": ["买家：灯不亮\n商家：【自动回复】亲在的\n稍等\n小美：我来处理\n买家：谢谢\n"],
}
JSONS = {
    "weflow_json": [json.dumps({"weflow": {}, "session": {}, "messages": [_JSON_MESSAGE]})],
    "qianniu_json": [json.dumps({"user": "店", "count": 1, "chats": [_QIANNIU]})],
    "telegram_json": [
        json.dumps({"name": "Shop", "messages": [_TELEGRAM]}),
        json.dumps({"chats": {"list": [{"name": "a", "messages": [_TELEGRAM]}]}}),
    ],
    "training_json": [json.dumps([{"messages": _TRAINING}])],
}
PAGES = {
    "memotrace_page": [
        (
            r"<html><script>const chatMessages = [{ type:1, text: 'it\'s &lt;b&gt;<br>二',is_send:1,"
            "timestamp:1785893460,displayname:'我'},{ type:3, text: 'a.png',is_send:0,"
            "timestamp:1785893461,displayname:'店'},];</script></html>"
        )
    ],
    "memotrace_table": [
        (
            "localId,TalkerId,Type,SubType,IsSender,CreateTime,Status,StrContent,StrTime,Remark,NickName,Sender\n"
            '1,1,1,0,1,1785893460,2,"一\n二",,,小鱼,w\n2,1,3,0,0,1785893461,2,三,2026-08-05 09:31:01,,店,w\n'
        )
    ],
    "wangwang_page": [
        (
            '<div class="ww_header"><span class="name">某某店</span></div><div class="message-item self">'
            '<div class="nick">我</div><div class="time">2026-08-15 20:00:00</div><div class="content">'
            '<pre class="edit">一<br>二 &lt;b&gt;</pre></div></div>'
        ),
        (
            '<div class="groupTime--x">2026-08-15</div><div class="chatWrap--y"><i class="chatName--z">tb1'
            '</i><i class="chatTime--z">20:05:00</i><p class="chatTextLeft--z">在吗</p></div>'
        ),
    ],
}
QQ_PAGE = [
    (
        'Subject: Tencent IM Message\nContent-Type:multipart/related;\n\tboundary="--x"\n\n----x\n'
        "Content-Type: text/html\n\n<html><table><tr><td><div>消息对象:某某店</div></td></tr>"
        "<tr><td style=a>日期: 2012/4/11</td></tr><tr><td><div style=color:#42B475;><div style=float:left;>"
        '小鱼(10002)</div>2:28:18</div><div>你好<IMG src="{A}.dat"></div></td></tr></table></html>\n----x--\n'
    )
]

_LOG = f"2026-08-05 09:31:00 tb1：{SAID}\n2026-08-05 09:32:00 某某店:客服01：在的"
_HEAD = [
    "序号",
    "时间",
    "发送者昵称",
    "发送者微信ID",
    "发送者备注",
    "发送者身份",
    "消息类型",
    "内容",
]
_ROW = ["1", "2026-08-05 09:31:00", "小鱼", "wx1", "某某店", "我", "文本消息", SAID]
SHEETS = (
    workbook([["客户ID", "聊天记录"], ["tb1", _LOG]]),
    workbook([["会话信息"], ["昵称", "小店"], _HEAD, _ROW]),
)
