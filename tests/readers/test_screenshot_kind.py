from __future__ import annotations

import pytest

from keepproof.readers.screenshot_kind import kind_of

PAGES = {
    "order": "待收货\n澄屿家电旗舰店\nX1 无线吸尘器  ¥1299.00\n实付款 ¥1299.00\n订单编号 2690183455720166318 复制\n创建时间 2026-11-10 13:05:22\n申请售后",
    "listing": "X1 无线吸尘器 大吸力\n券后 ¥1299  月销 2000+\n七天无理由 包邮\n宝贝评价(356)\n店铺 客服 收藏\n加入购物车  立即购买",
    "refund": "退款详情\n请等待商家处理\n剩余1天23小时59分\n退款金额 ¥1299.00\n退款原因 质量问题\n退款编号 2690183455720166318\n撤销申请",
    "track": "物流详情\n中通快递 7312345678\n已签收 您的快件已签收，签收人：本人\n派件中 快递员正在派件\n运输中 快件已到达杭州转运中心",
    "bill": "账单详情\n澄屿家电旗舰店\n-1,299.00\n交易成功\n付款方式 余额宝\n商品说明 X1 无线吸尘器\n商户单号 T200P2690183455720166318\n账单分类 日用百货",
}


@pytest.mark.parametrize("kind", PAGES)
def test_each_page_is_told_by_its_words(kind: str) -> None:
    assert kind_of(PAGES[kind]) == kind


@pytest.mark.parametrize(
    "text",
    [
        "",
        "弃我去者，昨日之日不可留",
        "设置\nWLAN\n蓝牙\n显示与亮度",
        "订单编号",
        "客服你好，我要退款",
    ],
)
def test_nothing_is_said_of_other_pages(text: str) -> None:
    assert kind_of(text) == ""
