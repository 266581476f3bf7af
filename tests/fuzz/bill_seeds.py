"""Small bills and order exports, one in each layout, for the fuzzer to start from; all written here."""

from __future__ import annotations

import io
import zipfile

_NUMBER = "2690183455720166318"
_TRADE = "2026111022001412345678901234"
_PAID = "2026-11-10 21:06:00"

LAYOUTS = {
    "alipay_web": "支付宝交易记录明细查询\n---交易记录明细列表---\n交易号 ,商家订单号 ,交易创建时间 ,付款时间 ,最近修改时间 ,交易来源地 ,类型 ,"
    "交易对方 ,商品名称 ,金额（元） ,收/支 ,交易状态 ,服务费（元） ,成功退款（元） ,备注 ,资金状态 ,\n"
    f"{_TRADE}\t,T200P{_NUMBER}\t,{_PAID} ,{_PAID} ,{_PAID} ,淘宝 ,即时到账交易 ,某某店 ,吸尘器 ,1299.00 ,支出 ,交易成功 ,"
    "0.00 ,100.00 , ,已支出 ,\n-----\n共99笔记录\n",
    "alipay_app_2022": "收/支 ,交易对方 ,对方账号 ,商品说明 ,收/付款方式 ,金额 ,交易状态 ,交易分类 ,交易订单号 ,商家订单号 ,交易时间 ,\n"
    f"支出 ,某某店 ,a ,吸尘器 ,花呗 ,1299.00 ,交易成功 ,数码 ,{_TRADE}\t,T200P{_NUMBER}\t,{_PAID} ,\n"
    f"其他 ,某某店 ,a ,退款-吸尘器 ,花呗 ,100.00 ,退款成功 ,退款 ,{_TRADE}_1\t,T200P{_NUMBER}\t,{_PAID} ,\n-----\n",
    "alipay_app_2023": "---\n共99笔记录\n交易时间 ,交易分类 ,交易对方 ,对方账号 ,商品说明 ,收/支 ,金额 ,收/付款方式 ,交易状态 ,交易订单号 ,商家订单号 ,备注 ,\n"
    f"{_PAID} ,数码 ,某某店 ,/ ,吸尘器 ,支出 ,1299.00 ,花呗 ,交易成功 ,{_TRADE}\t,T200P{_NUMBER}\t, ,\n",
    "wechat": "微信支付账单明细,,,\n交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注\n"
    f'{_PAID},商户消费,某某店,"吸尘器",支出,¥1299.00,零钱,已退款(￥100.00),"{_TRADE}"\t,"{_NUMBER}\t","/"\n',
    "jd": "导出信息：\n\n交易时间,商户名称,交易说明,金额,收/付款方式,交易状态,收/支,交易分类,交易订单号,商家订单号,备注\n"
    f"{_PAID}\t,某某店,吸尘器,1299.00(已退款100.00),京东白条,交易成功,支出,数码,{_NUMBER}\t,{_TRADE}\t,\n",
    "meituan": "美团交易账单明细\n\n交易创建时间,交易成功时间,交易类型,订单标题,收/支,支付方式,订单金额,实付金额,交易单号,商家单号,备注\n"
    f"{_PAID},{_PAID},支付,吸尘器,支出,零钱,¥1399.00,¥1299.00,{_TRADE}\t,{_NUMBER}\t,/\n",
    "taobao_export": "订单号,订单提交时间,订单状态,店铺名称,商品名称,型号款式,商品数量,商品金额,实付金额,运费\n"
    f"{_NUMBER},{_PAID},交易成功,某某店,吸尘器,标准版,1,￥19.80,￥88.60,￥8.00\n,,,,卡尺,标准款,2,￥30.40,,\n",
    "taobao_script": "订单号,下单日期,商品明细,商品链接,单价,数量,实付款,状态\n"
    f"{_NUMBER},2026-07-10,吸尘器,https://item.taobao.com/item.htm?id=1,19.8,1,￥88.60,交易成功\n",
    "taobao_script_shop": "订单号,下单日期,店铺名称,店铺链接,商品明细,商品链接,所选规格,单价,数量,实付款,运费,状态\n"
    f"{_NUMBER},2026-07-10,某某店,https://s,吸尘器,https://a,标准版,19.8,1,88.60,8.00,交易成功\n",
    "taobao_script_bars": "下单时间|订单状态|商品名|分类前缀|分类|货币类型|单价|数量|补充项目|补充项目数值|实付金额|店铺名|订单号\n"
    f"{_PAID}|交易成功|吸尘器|版本|标准版|￥|19.80|1|(含运费)|8.00|88.60|某某店|{_NUMBER}\n",
    "amazon": "Website,Order ID,Order Date,Purchase Order Number,Currency,Unit Price,Unit Price Tax,Total Owed,ASIN,Quantity,Order Status,Product Name\n"
    'Amazon.com,111-1111111-1111111,2025-08-04T20:39:52Z,N/A,USD,13.99,0,13.99,B01,1,Closed,"Beef, chuck"\n',
}
ORDER_TEXTS = [
    (
        f"订单编号：{_NUMBER}\n下单时间：2026-11-10 21:04:00\n付款时间：2026-11-10 21:06:00\n某某旗舰店\nX1 无线吸尘器\n标准版\n"
        "￥1299.00 x1\n实付款 ￥1299.00\n物流公司：顺丰速运\n运单号：SF1234567890123\n"
    ),
    "Order placed November 10, 2026\nOrder # 111-1111111-1111111\nSold by: Acme\nGrand Total: $13.99\nDelivered Nov 15\n",
]


def workbook() -> bytes:
    """Pack the export as the smallest workbook that holds it."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    types = "http://schemas.openxmlformats.org/package/2006"
    rows = "".join(
        "<row>"
        + "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in line.split(","))
        + "</row>"
        for line in LAYOUTS["taobao_export"].splitlines()
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{types}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{types}/relationships"><Relationship Id="a" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="1" sheetId="1" r:id="b"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{types}/relationships">'
        f'<Relationship Id="b" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>',
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return file.getvalue()
