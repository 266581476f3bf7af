<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About KeepProof</source>
        <translation>关于留证</translation>
    </message>
    <message>
        <source>KeepProof</source>
        <translation>留证</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Everything stays on this computer. Nothing is sent anywhere by itself.</source>
        <translation>全部资料留在这台电脑上，程序不会自行发送任何内容。</translation>
    </message>
    <message>
        <source>“Unchanged since import” means byte for byte as imported. It does not say whether the content is true, and it does not replace a notary or a trusted timestamp.</source>
        <translation>“自导入以来未改动”指文件与导入时逐字节相同。它不说明内容是否真实，也不能代替公证或可信时间戳。</translation>
    </message>
    <message>
        <source>KeepProof gives general information, not legal advice. What the platform's page says comes first.</source>
        <translation>留证提供一般信息，不是法律意见；以平台页面的说明为准。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. Icons: Phosphor (MIT).</source>
        <translation>自由软件，按 GNU 通用公共许可证第 3 版或更新版本发布。图标：Phosphor（MIT）。</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>查看(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Open the chosen item</source>
        <translation>打开选中的一项</translation>
    </message>
    <message>
        <source>Look at the chosen evidence</source>
        <translation>快速查看选中的证据</translation>
    </message>
    <message>
        <source>Rename the chosen evidence</source>
        <translation>给选中的证据改名</translation>
    </message>
    <message>
        <source>Remove the chosen item</source>
        <translation>移除选中的一项</translation>
    </message>
    <message>
        <source>Show or hide the details of evidence</source>
        <translation>显示或收起证据详情</translation>
    </message>
    <message>
        <source>Next sentence of the complaint</source>
        <translation>投诉文本的下一句</translation>
    </message>
    <message>
        <source>Previous sentence of the complaint</source>
        <translation>投诉文本的上一句</translation>
    </message>
    <message>
        <source>New order…</source>
        <translation>新建订单…</translation>
    </message>
    <message>
        <source>New order from pasted text…</source>
        <translation>粘贴订单文字新建…</translation>
    </message>
    <message>
        <source>Import bills or orders…</source>
        <translation>导入账单或订单…</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Check integrity</source>
        <translation>核验证据</translation>
    </message>
    <message>
        <source>Export evidence bundle…</source>
        <translation>导出证据包…</translation>
    </message>
    <message>
        <source>Import evidence bundle…</source>
        <translation>导入证据包…</translation>
    </message>
    <message>
        <source>Libraries…</source>
        <translation>证据库…</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>备份…</translation>
    </message>
    <message>
        <source>Restore from a backup…</source>
        <translation>从备份恢复…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Before you buy…</source>
        <translation>购买前检查…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Paste as evidence</source>
        <translation>粘贴为证据</translation>
    </message>
    <message>
        <source>Copy complaint text</source>
        <translation>复制投诉文本</translation>
    </message>
    <message>
        <source>Log a contact…</source>
        <translation>记录一次联系…</translation>
    </message>
    <message>
        <source>Search everything…</source>
        <translation>搜索全部…</translation>
    </message>
    <message>
        <source>Find here</source>
        <translation>在此查找</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>联系渠道</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Overview of the order</source>
        <translation>订单概览</translation>
    </message>
    <message>
        <source>Chat of the order</source>
        <translation>订单的聊天</translation>
    </message>
    <message>
        <source>Next steps of the order</source>
        <translation>订单的下一步</translation>
    </message>
    <message>
        <source>Complaint of the order</source>
        <translation>订单的投诉文本</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>下一个窗格</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>上一个窗格</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>恢复文字大小</translation>
    </message>
    <message>
        <source>Light, dark, as the system</source>
        <translation>浅色、深色、跟随系统</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>使用指南</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Open the example</source>
        <translation>打开示例</translation>
    </message>
    <message>
        <source>About KeepProof</source>
        <translation>关于留证</translation>
    </message>
    <message>
        <source>Redo: {step}</source>
        <translation>重做：{step}</translation>
    </message>
    <message>
        <source>Undo: {step}</source>
        <translation>撤销：{step}</translation>
    </message>
</context>
<context>
    <name>Alerts</name>
    <message>
        <source>KeepProof</source>
        <translation>留证</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>AskDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>This is not a date and time. Write it like {example}.</source>
        <translation>这不是日期时间。请写成 {example} 这样的格式。</translation>
    </message>
    <message>
        <source>Empty means unknown; the other times stay</source>
        <translation>留空表示不清楚；其他时间不受影响</translation>
    </message>
</context>
<context>
    <name>AttachmentStrip</name>
    <message>
        <source>Make copies that fit…</source>
        <translation>按要求另存…</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) to attach</source>
        <translation>
            <numerusform>附图 %n 张</numerusform>
        </translation>
    </message>
    <message>
        <source>Attach them in this order</source>
        <translation>按此顺序上传</translation>
    </message>
    <message>
        <source>at most {count}</source>
        <translation>最多 {count} 张</translation>
    </message>
    <message>
        <source>each up to {size}</source>
        <translation>每张不超过 {size}</translation>
    </message>
</context>
<context>
    <name>BackupDialog</name>
    <message>
        <source>Back up</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Encrypt with a passphrase</source>
        <translation>用口令加密</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Name a file to write to.</source>
        <translation>请写明要保存的文件。</translation>
    </message>
    <message>
        <source>File of the backup</source>
        <translation>备份文件</translation>
    </message>
    <message>
        <source>Write to</source>
        <translation>保存到</translation>
    </message>
    <message>
        <source>Everything in one file: orders, disputes, all originals, the trash, your own rules and your data for signed texts. Best kept on another disk.</source>
        <translation>全部内容写成一个文件：订单、纠纷、所有原件、回收站、您自己的规则和签名用的资料。最好放在另一块磁盘上。</translation>
    </message>
    <message>
        <source>Progress of the backup</source>
        <translation>备份进度</translation>
    </message>
    <message>
        <source>Nobody can recover a forgotten passphrase, and nobody can open the backup without it. Write it down and keep it apart from the backup.</source>
        <translation>口令无法找回，忘了口令谁也打不开这个备份。请写下来，和备份分开放。</translation>
    </message>
    <message>
        <source>Not encrypted: whoever gets the file can read everything in it.</source>
        <translation>没有加密：拿到这个文件的人都能看到全部内容。</translation>
    </message>
    <message>
        <source>Where to write the backup</source>
        <translation>备份保存到哪里</translation>
    </message>
    <message>
        <source>Backup (*.zip)</source>
        <translation>备份 (*.zip)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Backed up, read again and compared: {name} ({size})</source>
        <translation>已备份，重新读取核对无误：{name}（{size}）</translation>
    </message>
    <message>
        <source>All the rest is backed up. “Check integrity” tells more.</source>
        <translation>其余全部已备份。详情请看“核验证据”。</translation>
    </message>
</context>
<context>
    <name>BackupHint</name>
    <message>
        <source>Time for a backup</source>
        <translation>该备份一次了</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>备份…</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后再说</translation>
    </message>
</context>
<context>
    <name>BackupWords</name>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n 个订单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of evidence</source>
        <translation>
            <numerusform>%n 件证据</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dispute(s)</source>
        <translation>
            <numerusform>%n 个纠纷</numerusform>
        </translation>
    </message>
    <message>
        <source>Not backed up yet</source>
        <translation>还没有备份过</translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of evidence since</source>
        <translation>
            <numerusform>之后新增 %n 件证据</numerusform>
        </translation>
    </message>
    <message>
        <source>Last backup {at}</source>
        <translation>上次备份 {at}</translation>
    </message>
    <message numerus="yes">
        <source>%n original(s) missing, changed or unreadable</source>
        <translation>
            <numerusform>%n 个原件缺失、已改变或读不出来</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{words}: {names}</source>
        <translation>{words}：{names}</translation>
    </message>
    <message>
        <source>Latest evidence {at}</source>
        <translation>最新证据 {at}</translation>
    </message>
    <message>
        <source>Made {at} with KeepProof {version}</source>
        <translation>备份于 {at}，留证 {version}</translation>
    </message>
</context>
<context>
    <name>BillCounts</name>
    <message numerus="yes">
        <source>{item} and %n more</source>
        <translation>
            <numerusform>{item} 等，另有 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This is a bill with %n purchase(s)</source>
        <translation>
            <numerusform>这是账单，里面有 %n 笔购物</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This is an order list with %n order(s)</source>
        <translation>
            <numerusform>这是订单表，里面有 %n 个订单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n order(s)</source>
        <translation>
            <numerusform>添加 %n 个订单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Complete %n order(s)</source>
        <translation>
            <numerusform>补全 %n 个订单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) added</source>
        <translation>
            <numerusform>已添加 %n 个订单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n completed</source>
        <translation>
            <numerusform>补全 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticked</source>
        <translation>
            <numerusform>已勾选 %n 笔</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of income, transfers and the like are no purchases</source>
        <translation>
            <numerusform>另有 %n 行收入、转账等，不是购物</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BillDetail</name>
    <message>
        <source>Show order</source>
        <translation>查看订单</translation>
    </message>
    <message>
        <source>Choose a row to see it in full</source>
        <translation>选一行，在这里看全部内容</translation>
    </message>
</context>
<context>
    <name>BillDialog</name>
    <message>
        <source>Import bills or orders</source>
        <translation>导入账单或订单</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>Shop, item, order no.</source>
        <translation>店铺、商品、订单号</translation>
    </message>
    <message>
        <source>Which orders to show</source>
        <translation>显示哪些订单</translation>
    </message>
    <message>
        <source>File the bill under these orders as evidence of payment</source>
        <translation>把账单作为付款证据归到这些订单下</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>导入进度</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>None</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>Only new</source>
        <translation>只选新订单</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>全部 {count}</translation>
    </message>
    <message>
        <source>This is no bill that can be read</source>
        <translation>这不是能识别的账单</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>BillImport</name>
    <message>
        <source>Import bills or orders</source>
        <translation>导入账单或订单</translation>
    </message>
    <message>
        <source>Bills and order lists (*.csv *.xlsx *.txt)</source>
        <translation>账单和订单表 (*.csv *.xlsx *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>BillModel</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>已勾选</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>未勾选</translation>
    </message>
</context>
<context>
    <name>BillTable</name>
    <message>
        <source>Purchases in the bill</source>
        <translation>账单里的购物</translation>
    </message>
</context>
<context>
    <name>BillWords</name>
    <message>
        <source>New</source>
        <translation>新订单</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>Differs from the order</source>
        <translation>与已有订单不一致</translation>
    </message>
    <message>
        <source>Perhaps no shopping</source>
        <translation>可能不是购物</translation>
    </message>
    <message>
        <source>Not usable</source>
        <translation>未采用</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>实付</translation>
    </message>
    <message>
        <source>Postage</source>
        <translation>运费</translation>
    </message>
    <message>
        <source>Courier</source>
        <translation>快递公司</translation>
    </message>
    <message>
        <source>Tracking no.</source>
        <translation>运单号</translation>
    </message>
    <message>
        <source>Transaction no.</source>
        <translation>交易号</translation>
    </message>
    <message>
        <source>refunded {amount}</source>
        <translation>已退款 {amount}</translation>
    </message>
    <message>
        <source>{field}: {here} in the order, {there} here</source>
        <translation>{field}：订单里是 {here}，这里是 {there}</translation>
    </message>
    <message>
        <source>The order stays as it is; which value is right can be chosen there</source>
        <translation>已有订单不会被改动；以哪个为准，可以在订单里选</translation>
    </message>
    <message>
        <source>Ticked, it fills in: {fields}</source>
        <translation>勾选后补上：{fields}</translation>
    </message>
</context>
<context>
    <name>BundleCommands</name>
    <message>
        <source>Open an order first, then export its evidence</source>
        <translation>请先打开一个订单，再导出它的证据包</translation>
    </message>
    <message>
        <source>Choose an evidence bundle</source>
        <translation>选择证据包</translation>
    </message>
    <message>
        <source>Evidence bundle (*.zip)</source>
        <translation>证据包 (*.zip)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Save the hash list</source>
        <translation>保存散列值清单</translation>
    </message>
    <message>
        <source>Plain text (*.txt)</source>
        <translation>纯文本 (*.txt)</translation>
    </message>
    <message numerus="yes">
        <source>%n hash(es) written to {name}</source>
        <translation>
            <numerusform>已把 %n 个散列值写入 {name}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BundleCounts</name>
    <message numerus="yes">
        <source>%n piece(s) of evidence, by number</source>
        <translation>
            <numerusform>证据 %n 份，按编号排序</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n original(s)</source>
        <translation>
            <numerusform>原件 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n redacted copies</source>
        <translation>
            <numerusform>遮挡副本 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>上传件 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The text in %n picture(s) has not been read yet; look at them yourself</source>
        <translation>
            <numerusform>有 %n 张图片还没有读过文字，请自己看一遍有没有隐私</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exported and read back: all %n file(s) match</source>
        <translation>
            <numerusform>已导出并重新读取核对：%n 个文件全部一致</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n item(s)</source>
        <translation>
            <numerusform>导入 %n 份</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BundleDialog</name>
    <message>
        <source>Export evidence bundle</source>
        <translation>导出证据包</translation>
    </message>
    <message>
        <source>It is read back and checked after writing</source>
        <translation>导出后自动核验一遍</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written</source>
        <translation>已停止，没有写入任何内容</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>KeepProof exports</source>
        <translation>留证导出</translation>
    </message>
    <message>
        <source>Bundle exported</source>
        <translation>证据包已导出</translation>
    </message>
    <message>
        <source>Export without them</source>
        <translation>不放入这些，继续导出</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>BundleModel</name>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
</context>
<context>
    <name>BundleTicks</name>
    <message>
        <source>Who gets it</source>
        <translation>给谁用</translation>
    </message>
    <message>
        <source>Files are named E1_order.png, as in the complaint</source>
        <translation>文件名 E1_订单详情.png，与投诉文本一致</translation>
    </message>
    <message>
        <source>Redacted copies in place of their originals</source>
        <translation>有遮挡副本的，用副本代替原件</translation>
    </message>
    <message>
        <source>Pictures for upload, each below 500 KB</source>
        <translation>图片压到 500 KB 以内的上传件</translation>
    </message>
    <message>
        <source>Copies besides; the originals stay as they are</source>
        <translation>另存一份，原件照旧</translation>
    </message>
    <message>
        <source>The complaint</source>
        <translation>投诉文本</translation>
    </message>
    <message>
        <source>Evidence catalogue for printing (PDF)</source>
        <translation>证据目录 PDF，可打印</translation>
    </message>
    <message>
        <source>Chats message by message</source>
        <translation>聊天逐条列出</translation>
    </message>
    <message>
        <source>As text, each with its evidence number and line</source>
        <translation>文字形式，注明证据编号和行号</translation>
    </message>
    <message>
        <source>Hashes, custody record, and how to check</source>
        <translation>核验清单、保管记录和自查说明</translation>
    </message>
    <message>
        <source>Anybody can check it without KeepProof</source>
        <translation>对方不装本软件也能核对</translation>
    </message>
    <message>
        <source>What goes in</source>
        <translation>包含</translation>
    </message>
</context>
<context>
    <name>BundleWords</name>
    <message>
        <source>Platform support</source>
        <translation>平台客服</translation>
    </message>
    <message>
        <source>12315 / association</source>
        <translation>12315 / 消协</translation>
    </message>
    <message>
        <source>For myself</source>
        <translation>自己留存</translation>
    </message>
    <message>
        <source>Evidence {numbers}</source>
        <translation>证据{numbers}</translation>
    </message>
    <message>
        <source>{numbers} and more</source>
        <translation>{numbers} 等</translation>
    </message>
    <message>
        <source>About {size}</source>
        <translation>约 {size}</translation>
    </message>
    <message>
        <source>{size} of it video</source>
        <translation>视频占 {size}</translation>
    </message>
    <message>
        <source>There is no redacted copy in this order yet</source>
        <translation>这个订单还没有遮挡副本</translation>
    </message>
    <message>
        <source>Copies and originals both go in</source>
        <translation>副本和原件都放入</translation>
    </message>
    <message>
        <source>{evidence}: the original stays out, only its hash is listed</source>
        <translation>{evidence}的原件不放入，只列散列值</translation>
    </message>
    <message>
        <source>No problem is open, so there is no text</source>
        <translation>没有提出问题，所以没有文本</translation>
    </message>
    <message>
        <source>{channel}, as copied on {day}</source>
        <translation>{channel}，{day} 复制的版本</translation>
    </message>
    <message>
        <source>{channel}, the present draft</source>
        <translation>{channel}，当前草稿</translation>
    </message>
    <message>
        <source>{evidence} may still show: {kinds}. Not redacted</source>
        <translation>{evidence}里可能还有{kinds}，未做遮挡</translation>
    </message>
    <message>
        <source>{evidence}: the photo file names the place where it was taken</source>
        <translation>{evidence}的照片文件里带有拍摄地点</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新加入</translation>
    </message>
    <message>
        <source>Here already, is filed</source>
        <translation>已在库中，归入此订单</translation>
    </message>
    <message>
        <source>In this order already</source>
        <translation>已在这个订单里</translation>
    </message>
    <message>
        <source>Not in the bundle</source>
        <translation>包里没有原件</translation>
    </message>
    <message>
        <source>Differs from the list, stays out</source>
        <translation>与清单不一致，不导入</translation>
    </message>
    <message>
        <source>The custody record is unbroken</source>
        <translation>保管记录完整</translation>
    </message>
    <message>
        <source>The custody record was changed</source>
        <translation>保管记录有改动</translation>
    </message>
    <message>
        <source>There is no custody record in it</source>
        <translation>里面没有保管记录</translation>
    </message>
</context>
<context>
    <name>BurdenCard</name>
    <message>
        <source>Who proves what</source>
        <translation>谁来证明</translation>
    </message>
    <message>
        <source>You bring</source>
        <translation>您要拿出</translation>
    </message>
    <message>
        <source>The seller then has to show</source>
        <translation>然后由商家证明</translation>
    </message>
    <message>
        <source>If you confirm receipt</source>
        <translation>确认收货之后</translation>
    </message>
    <message>
        <source>From Taobao's rules, as a guide; this platform may see it differently</source>
        <translation>参考淘宝规则，各平台可能不同</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>已收起</translation>
    </message>
    <message>
        <source>By {name}, {article} ({version})</source>
        <translation>依据《{name}》{article}（{version}）</translation>
    </message>
</context>
<context>
    <name>CalendarExport</name>
    <message numerus="yes">
        <source>%n date(s) written to {name}</source>
        <translation>
            <numerusform>已把 %n 个日期写入 {name}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CallCardDialog</name>
    <message>
        <source>Call card</source>
        <translation>通话卡</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>CallPanel</name>
    <message>
        <source>Show the card large</source>
        <translation>放大通话卡</translation>
    </message>
    <message>
        <source>Staff and ticket number</source>
        <translation>工号和工单号</translation>
    </message>
    <message>
        <source>When they answer: day and hour</source>
        <translation>多久答复，具体到日期时刻</translation>
    </message>
    <message>
        <source>What else they need</source>
        <translation>还需要我提供什么</translation>
    </message>
    <message>
        <source>Write along: their words, what they promise, by when</source>
        <translation>边听边记：对方原话、承诺、期限</translation>
    </message>
    <message>
        <source>Notes of the call</source>
        <translation>通话笔记</translation>
    </message>
    <message>
        <source>Asked to share your screen, transfer money or tell a code? Hang up</source>
        <translation>对方要求共享屏幕、转账或验证码，请挂断</translation>
    </message>
    <message>
        <source>Start the clock</source>
        <translation>开始计时</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>接通了</translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Log this call</source>
        <translation>记录这次通话</translation>
    </message>
    <message>
        <source>Waiting {time}</source>
        <translation>等候 {time}</translation>
    </message>
    <message>
        <source>Waited {waited}, talking {talked}</source>
        <translation>等候 {waited}，通话 {talked}</translation>
    </message>
    <message>
        <source>Cost unknown without your rate</source>
        <translation>未填话费单价，费用不明</translation>
    </message>
    <message>
        <source>About {amount} (in your plan)</source>
        <translation>预计 {amount}（套餐内）</translation>
    </message>
    <message>
        <source>About {amount}</source>
        <translation>预计 {amount}</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>Demand</source>
        <translation>诉求</translation>
    </message>
    <message>
        <source>Call card</source>
        <translation>通话卡</translation>
    </message>
    <message>
        <source>Read it aloud; tick what you have asked.</source>
        <translation>照着念，问到一项勾一项。</translation>
    </message>
    <message>
        <source>Ask for</source>
        <translation>要问到</translation>
    </message>
    <message>
        <source>Time of the call</source>
        <translation>通话时间</translation>
    </message>
</context>
<context>
    <name>CareCard</name>
    <message>
        <source>Save and check in time</source>
        <translation>及时保存和检查</translation>
    </message>
    <message>
        <source>All {count}, {done} done</source>
        <translation>全部 {count} 项，已完成 {done} 项</translation>
    </message>
    <message>
        <source>Add it as evidence…</source>
        <translation>加入证据…</translation>
    </message>
</context>
<context>
    <name>CareModel</name>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>not done</source>
        <translation>未完成</translation>
    </message>
</context>
<context>
    <name>Cases</name>
    <message>
        <source>In progress</source>
        <translation>进行中</translation>
    </message>
</context>
<context>
    <name>ChannelBar</name>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Length of the text</source>
        <translation>篇幅</translation>
    </message>
    <message>
        <source>Text: {language}</source>
        <translation>正文：{language}</translation>
    </message>
</context>
<context>
    <name>ChannelDetail</name>
    <message>
        <source>The page says otherwise…</source>
        <translation>和页面不一样…</translation>
    </message>
    <message>
        <source>Bring the program's values back</source>
        <translation>恢复程序自带的内容</translation>
    </message>
    <message>
        <source>Looked at on {day}, which is a while ago. Check it on the page.</source>
        <translation>内容核对于 {day}，已经有一段时间，请以页面为准。</translation>
    </message>
    <message>
        <source>Way there</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>服务时间</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>No known limit</source>
        <translation>没有查到字数限制</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Needs your true name</source>
        <translation>需要实名</translation>
    </message>
    <message>
        <source>Visible</source>
        <translation>公开</translation>
    </message>
    <message>
        <source>Public; private data is masked</source>
        <translation>公开可见，个人信息会打码</translation>
    </message>
    <message>
        <source>{source}, as of {day}</source>
        <translation>来源：{source}，{day}</translation>
    </message>
    <message>
        <source>No source was found; noted {day}</source>
        <translation>没有查到原文，记于 {day}</translation>
    </message>
</context>
<context>
    <name>ChannelDialog</name>
    <message>
        <source>What the page says</source>
        <translation>按页面修改</translation>
    </message>
    <message>
        <source>e.g. the refund page in the app</source>
        <translation>如 App 的退款页面</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Say where you saw it; that is what makes it usable.</source>
        <translation>请写明在哪里看到的，以后才好核对。</translation>
    </message>
    <message>
        <source>Write a whole number, or leave it empty.</source>
        <translation>请填整数，不清楚就留空。</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>What you write here comes before what the program says, also for the length of texts. The program's own values can be brought back at any time.</source>
        <translation>这里填写的内容优先于程序自带的，投诉文本的字数也按它来。随时可以恢复程序自带的内容。</translation>
    </message>
    <message>
        <source>Way there</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>服务时间</translation>
    </message>
    <message>
        <source>Characters at most</source>
        <translation>字数上限</translation>
    </message>
    <message>
        <source>Pictures at most</source>
        <translation>图片数上限</translation>
    </message>
    <message>
        <source>KB a picture at most</source>
        <translation>单张图片上限 KB</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Where you saw it</source>
        <translation>在哪里看到的</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ChannelWords</name>
    <message>
        <source>Seller</source>
        <translation>商家</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Special after-sales</source>
        <translation>专属售后</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>支付</translation>
    </message>
    <message>
        <source>Courier</source>
        <translation>快递</translation>
    </message>
    <message>
        <source>Outside the platform</source>
        <translation>平台之外</translation>
    </message>
    <message>
        <source>By yourself</source>
        <translation>自助</translation>
    </message>
    <message>
        <source>Ask about a product</source>
        <translation>咨询商品</translation>
    </message>
    <message>
        <source>Change address or order</source>
        <translation>改地址、改订单</translation>
    </message>
    <message>
        <source>Payment failed or charged twice</source>
        <translation>付款失败、重复扣款</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>How something works</source>
        <translation>规则和用法</translation>
    </message>
    <message>
        <source>Something is wrong with the goods</source>
        <translation>商品有问题</translation>
    </message>
    <message>
        <source>Shipping and delivery</source>
        <translation>发货和物流</translation>
    </message>
    <message>
        <source>Return and refund</source>
        <translation>退货退款</translation>
    </message>
    <message>
        <source>Price and promises</source>
        <translation>价格和承诺</translation>
    </message>
    <message>
        <source>Invoice and papers</source>
        <translation>发票和凭证</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>Harassment or leaked data</source>
        <translation>骚扰、泄露信息</translation>
    </message>
    <message>
        <source>Read in the original</source>
        <translation>已核对原文</translation>
    </message>
    <message>
        <source>Read in an excerpt</source>
        <translation>核对过节选</translation>
    </message>
    <message>
        <source>Second-hand</source>
        <translation>转述资料</translation>
    </message>
    <message>
        <source>As you saw it</source>
        <translation>您看到的</translation>
    </message>
    <message>
        <source>Reference only, the page decides</source>
        <translation>参考值，以页面为准</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} 字</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>{count} bytes ({encoding})</source>
        <translation>{count} 字节（{encoding}）</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>正文字节数</translation>
    </message>
    <message>
        <source>One message</source>
        <translation>单条消息</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>{count} KB</source>
        <translation>{count} KB</translation>
    </message>
    <message>
        <source>One picture</source>
        <translation>单张图片</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>格式</translation>
    </message>
</context>
<context>
    <name>ChannelsModel</name>
    <message>
        <source>In this order, free ones first</source>
        <translation>建议按这个顺序，先免费</translation>
    </message>
</context>
<context>
    <name>ChannelsPage</name>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>要办什么事</translation>
    </message>
    <message>
        <source>Channel, path, words</source>
        <translation>渠道、路径、关键词</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>联系渠道</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>要办什么事？（全部渠道）</translation>
    </message>
    <message>
        <source>Copied {number}</source>
        <translation>已复制 {number}</translation>
    </message>
</context>
<context>
    <name>ChartCard</name>
    <message>
        <source>Picture</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>复制表格</translation>
    </message>
</context>
<context>
    <name>ChatActions</name>
    <message>
        <source>The complaint quotes the ticked messages</source>
        <translation>投诉文本已引用勾选的消息</translation>
    </message>
    <message>
        <source>Added to the contact log; due by {due}</source>
        <translation>已记入沟通记录，到 {due} 会提醒</translation>
    </message>
    <message>
        <source>Added to the contact log</source>
        <translation>已记入沟通记录</translation>
    </message>
    <message>
        <source>The excerpt is kept as evidence of this order</source>
        <translation>摘录已保存为这个订单的证据</translation>
    </message>
</context>
<context>
    <name>ChatEmpty</name>
    <message>
        <source>Add chat file</source>
        <translation>添加聊天文件</translation>
    </message>
    <message>
        <source>Reading the chat…</source>
        <translation>正在读取聊天…</translation>
    </message>
    <message>
        <source>No chat yet</source>
        <translation>还没有聊天记录</translation>
    </message>
    <message>
        <source>In Wangwang or Qianniu on a computer, mark the messages, copy them and paste them here; or save the chat page as a file. In WhatsApp and Telegram use Export chat.</source>
        <translation>在电脑上打开旺旺或千牛，选中消息、复制，再粘贴到这里；也可以把聊天网页另存为文件后拖进来。WhatsApp 和 Telegram 用“导出聊天”。</translation>
    </message>
    <message>
        <source>No messages were found in {name}</source>
        <translation>{name} 里没有读到消息</translation>
    </message>
    <message>
        <source>The file is kept as it is. Export the chat as text, or add screenshots of it.</source>
        <translation>文件已原样保存。请把聊天导出为文本，或添加聊天截图。</translation>
    </message>
    <message>
        <source>The chat cannot be shown</source>
        <translation>这份聊天无法显示</translation>
    </message>
</context>
<context>
    <name>ChatHead</name>
    <message>
        <source>Chat file</source>
        <translation>聊天文件</translation>
    </message>
    <message>
        <source>Compare with the original</source>
        <translation>对照原文件</translation>
    </message>
    <message>
        <source>Find in the chat</source>
        <translation>在聊天里查找</translation>
    </message>
    <message>
        <source>Which messages to show</source>
        <translation>显示哪些消息</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>重点</translation>
    </message>
    <message>
        <source>Flagged {count}</source>
        <translation>重点 {count}</translation>
    </message>
    <message>
        <source>Ticked</source>
        <translation>已选</translation>
    </message>
    <message>
        <source>Roles are guessed; click a face to change</source>
        <translation>角色由昵称判断，点头像可改</translation>
    </message>
    <message>
        <source>read from a screenshot</source>
        <translation>由截图识别</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>全部 {count}</translation>
    </message>
    <message>
        <source>Ticked {count}</source>
        <translation>已选 {count}</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Unchanged since import</source>
        <translation>自导入以来未改动</translation>
    </message>
</context>
<context>
    <name>ChatList</name>
    <message>
        <source>Messages</source>
        <translation>聊天消息</translation>
    </message>
    <message>
        <source>Laying out the messages…</source>
        <translation>正在排列消息…</translation>
    </message>
    <message>
        <source>All messages of “{name}” are from</source>
        <translation>“{name}” 的全部消息来自</translation>
    </message>
    <message>
        <source>As the program guesses</source>
        <translation>按软件判断</translation>
    </message>
    <message>
        <source>Do not quote</source>
        <translation>取消引用</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>Copy with time and place</source>
        <translation>复制（含时间和行号）</translation>
    </message>
    <message numerus="yes">
        <source>Copy %n message(s) with time and place</source>
        <translation>
            <numerusform>复制 %n 条消息，带时间和位置</numerusform>
        </translation>
    </message>
    <message>
        <source>Add to contact log: {words}</source>
        <translation>记入沟通记录：{words}</translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation>谁在说话</translation>
    </message>
</context>
<context>
    <name>ChatSide</name>
    <message>
        <source>Promises</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Messages to quote</source>
        <translation>要引用的消息</translation>
    </message>
    <message>
        <source>Save excerpt</source>
        <translation>存为摘录</translation>
    </message>
    <message>
        <source>Keep the ticked messages as evidence of their own, beside the original</source>
        <translation>把勾选的消息另存为一份证据，原文件不变</translation>
    </message>
    <message>
        <source>Add to complaint</source>
        <translation>加入投诉文本</translation>
    </message>
    <message>
        <source>I compared these words with the picture</source>
        <translation>我已对照图片逐字核对</translation>
    </message>
    <message>
        <source>The words were read from the picture by the program and may be wrong</source>
        <translation>这些文字由程序从图片识别，可能有错</translation>
    </message>
    <message numerus="yes">
        <source>and %n more; choose “Promises” above the chat</source>
        <translation>
            <numerusform>另有 %n 条，可在聊天上方选“承诺”查看</numerusform>
        </translation>
    </message>
    <message>
        <source>Add to contact log</source>
        <translation>记入沟通记录</translation>
    </message>
    <message>
        <source>No promise was found in this chat.</source>
        <translation>这份聊天里没有找到承诺。</translation>
    </message>
    <message>
        <source>Messages to quote {count}</source>
        <translation>要引用的消息 {count}</translation>
    </message>
    <message>
        <source>Tick the messages that matter; they are quoted word for word.</source>
        <translation>勾选要紧的消息，引用时保留原字。</translation>
    </message>
    <message>
        <source>These stand in the complaint, word for word, with time and place.</source>
        <translation>已写入投诉文本，保留原字、时间和行号。</translation>
    </message>
    <message>
        <source>The complaint will say that these words were copied from a screenshot.</source>
        <translation>投诉里会写明，这些文字按截图抄录。</translation>
    </message>
    <message>
        <source>Quoted word for word, with time and place.</source>
        <translation>引用时保留原字，时间和行号一并写入。</translation>
    </message>
    <message>
        <source>Change in complaint</source>
        <translation>更新投诉文本</translation>
    </message>
    <message>
        <source>In the contact log</source>
        <translation>已在沟通记录里</translation>
    </message>
    <message>
        <source>Not true? Tick the message to quote it</source>
        <translation>与实物不符时，勾选消息即可引用</translation>
    </message>
    <message>
        <source>No full time; log it as a contact</source>
        <translation>没有完整时间，请手动记录联系</translation>
    </message>
</context>
<context>
    <name>ChatTab</name>
    <message>
        <source>First say what went wrong; then quote the messages.</source>
        <translation>请先选择问题类型，再引用消息。</translation>
    </message>
</context>
<context>
    <name>ChatWords</name>
    <message>
        <source>Me</source>
        <translation>我</translation>
    </message>
    <message>
        <source>Seller</source>
        <translation>商家</translation>
    </message>
    <message>
        <source>Robot</source>
        <translation>机器人</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台客服</translation>
    </message>
    <message>
        <source>Courier</source>
        <translation>快递</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>no. {number}</source>
        <translation>第 {number} 条</translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation>第 {number} 行</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} 分钟</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} 小时</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} 天</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>已做到</translation>
    </message>
    <message>
        <source>Late by {span}</source>
        <translation>晚 {span}</translation>
    </message>
    <message>
        <source>Not kept</source>
        <translation>未做到</translation>
    </message>
    <message>
        <source>Not due yet</source>
        <translation>未到期</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>请对照实物</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <source>due by {at}</source>
        <translation>应为 {at} 前</translation>
    </message>
    <message>
        <source>about the goods</source>
        <translation>说的是商品</translation>
    </message>
    <message>
        <source>no full time shown</source>
        <translation>没有完整时间</translation>
    </message>
    <message>
        <source>no time named</source>
        <translation>没有说时间</translation>
    </message>
    <message>
        <source>Happened {at}</source>
        <translation>实际时间 {at}</translation>
    </message>
    <message>
        <source>This says what the goods are. Compare it with them; if it is not true, tick the message, quote it, and choose “Not as described” or “False advertising”.</source>
        <translation>这句话说的是商品，请与实物对照。不符时，勾选这条消息并引用，问题类型选“与商品描述不符”或“虚假宣传”。</translation>
    </message>
    <message>
        <source>The chat shows no full date and time, so nothing can be counted from it; look at the original</source>
        <translation>聊天里没有完整的日期和时间，算不出期限，请看原文件</translation>
    </message>
    <message>
        <source>No time was named, so nothing falls due; ask the other side for a date</source>
        <translation>对方没有说时间，没有期限可算；请对方写明日期</translation>
    </message>
    <message>
        <source>Nothing here says when it happened; enter the times of the order to judge it</source>
        <translation>没有实际发生的时间，无法判断；可在订单里补上时间</translation>
    </message>
    <message>
        <source>Other side</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>(no content)</source>
        <translation>（没有内容）</translation>
    </message>
    <message>
        <source>The log begins with an answer</source>
        <translation>聊天从一句回答开始，前面可能缺内容</translation>
    </message>
    <message>
        <source>Add the earlier messages, or a screenshot of them.</source>
        <translation>请补上更早的消息，或添加截图。</translation>
    </message>
    <message>
        <source>The log ends with a question</source>
        <translation>聊天停在一个没有回答的问题</translation>
    </message>
    <message>
        <source>If an answer came later, add that part too.</source>
        <translation>如果之后有回复，请把那部分也加进来。</translation>
    </message>
    <message>
        <source>No answer for {span} after {at}</source>
        <translation>{at} 的问题过了 {span} 才有下一条</translation>
    </message>
    <message>
        <source>Nothing for {span} after {at}, then an answer</source>
        <translation>{at} 之后断开，下一条是对方发来的，间隔 {span}</translation>
    </message>
    <message>
        <source>If something was said in between, add a screenshot of it.</source>
        <translation>中间如果还有消息，请补上截图。</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Refusal</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Admission</source>
        <translation>承认</translation>
    </message>
</context>
<context>
    <name>ChecklistDelegate</name>
    <message>
        <source>Add</source>
        <translation>补充</translation>
    </message>
    <message>
        <source>{number} left out</source>
        <translation>{number} 不引用</translation>
    </message>
</context>
<context>
    <name>ChecklistPane</name>
    <message>
        <source>Evidence checklist</source>
        <translation>证据清单</translation>
    </message>
</context>
<context>
    <name>ChecklistView</name>
    <message>
        <source>Evidence checklist</source>
        <translation>证据清单</translation>
    </message>
    <message>
        <source>Open {number}</source>
        <translation>打开{number}</translation>
    </message>
    <message>
        <source>Leave {number} out of this complaint</source>
        <translation>本次投诉不引用{number}</translation>
    </message>
    <message>
        <source>Use {number} again</source>
        <translation>重新引用{number}</translation>
    </message>
    <message>
        <source>Add evidence of this kind</source>
        <translation>补充这一类证据</translation>
    </message>
</context>
<context>
    <name>CitationView</name>
    <message>
        <source>Reword</source>
        <translation>改写</translation>
    </message>
    <message>
        <source>Generated wording</source>
        <translation>恢复原句</translation>
    </message>
    <message>
        <source>Enter opens it</source>
        <translation>Enter 打开证据</translation>
    </message>
    <message>
        <source>Point at a sentence to see what it rests on</source>
        <translation>指向一句话，查看它的依据</translation>
    </message>
    <message numerus="yes">
        <source>This sentence rests on %n piece(s) of evidence</source>
        <translation>
            <numerusform>这句话依据 %n 份证据</numerusform>
        </translation>
    </message>
    <message>
        <source>Your own statement; no evidence is cited for it</source>
        <translation>本人陈述，没有引用证据</translation>
    </message>
    <message>
        <source>This sentence is part of every text</source>
        <translation>每份文本都有的句子</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 份</numerusform>
        </translation>
    </message>
    <message>
        <source>From the facts: {facts}</source>
        <translation>依据事实：{facts}</translation>
    </message>
    <message>
        <source>You reworded it; the facts have changed since</source>
        <translation>已手改，之后事实有变化</translation>
    </message>
    <message>
        <source>The picture is read otherwise now; compare the words with it</source>
        <translation>图片现在识别出的文字与此不同，请对照图片</translation>
    </message>
    <message>
        <source>Reworded by you</source>
        <translation>已手改</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对照</translation>
    </message>
</context>
<context>
    <name>ClaimEventDialog</name>
    <message>
        <source>What happened</source>
        <translation>记录进展</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>申请类型</translation>
    </message>
    <message>
        <source>The goods</source>
        <translation>货物状态</translation>
    </message>
    <message>
        <source>Write when it happened, like 2026-11-20 10:02</source>
        <translation>请填写时间，如 2026-11-20 10:02</translation>
    </message>
    <message>
        <source>Deadlines are counted from these moments. A change of the request starts the clock anew.</source>
        <translation>期限从这些时间起算；修改申请会重新计时。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>CloseDisputeDialog</name>
    <message>
        <source>Close the dispute</source>
        <translation>结束纠纷</translation>
    </message>
    <message>
        <source>Money that came back</source>
        <translation>已拿回的金额</translation>
    </message>
    <message>
        <source>e.g. 129.00</source>
        <translation>如 129.00</translation>
    </message>
    <message>
        <source>Write an amount like 129.00</source>
        <translation>请填写金额，如 129.00</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不评</translation>
    </message>
    <message>
        <source>How well it was handled, 1 to 5</source>
        <translation>处理得怎么样，1 到 5 分</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Close dispute</source>
        <translation>结束纠纷</translation>
    </message>
    <message>
        <source>Everything stays: evidence, texts and contacts. You can open the dispute again at any time.</source>
        <translation>证据、文本和沟通记录都会保留，以后可以重新打开。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>How did it end?</source>
        <translation>结果怎么样？</translation>
    </message>
    <message>
        <source>Money that came back ({currency})</source>
        <translation>已拿回的金额（{currency}）</translation>
    </message>
    <message>
        <source>How well was it handled? 5 is best</source>
        <translation>处理得怎么样？5 分最好</translation>
    </message>
    <message>
        <source>Note, only for you</source>
        <translation>备注，仅供自己查看</translation>
    </message>
</context>
<context>
    <name>ClosedPage</name>
    <message>
        <source>Try again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Libraries…</source>
        <translation>证据库…</translation>
    </message>
    <message>
        <source>Restore from a backup…</source>
        <translation>从备份恢复…</translation>
    </message>
    <message>
        <source>Make a new library here</source>
        <translation>在这里新建证据库</translation>
    </message>
    <message>
        <source>The library is not open</source>
        <translation>证据库没有打开</translation>
    </message>
    <message>
        <source>Place: {folder}</source>
        <translation>位置：{folder}</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Contact logged</source>
        <translation>已记录</translation>
    </message>
    <message>
        <source>Opening the example</source>
        <translation>正在打开示例</translation>
    </message>
    <message>
        <source>Colours as the system</source>
        <translation>颜色跟随系统</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>已换成浅色</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>已换成深色</translation>
    </message>
</context>
<context>
    <name>ComplaintActions</name>
    <message>
        <source>Text written to {name}</source>
        <translation>文本已写入 {name}</translation>
    </message>
</context>
<context>
    <name>ComplaintColumns</name>
    <message>
        <source>Facts or evidence</source>
        <translation>事实或证据</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>事实</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Facts, {count} open</source>
        <translation>事实 {count} 未填</translation>
    </message>
    <message>
        <source>Evidence, {count} missing</source>
        <translation>证据 缺 {count}</translation>
    </message>
</context>
<context>
    <name>ComplaintTab</name>
    <message>
        <source>Saving</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>Saved on this computer</source>
        <translation>已自动保存</translation>
    </message>
</context>
<context>
    <name>ComplaintWords</name>
    <message>
        <source>Free</source>
        <translation>免费</translation>
    </message>
    <message>
        <source>Government line</source>
        <translation>政务热线，各地不同</translation>
    </message>
    <message>
        <source>Plan rate</source>
        <translation>按套餐计费</translation>
    </message>
    <message>
        <source>Local rate</source>
        <translation>市话费</translation>
    </message>
    <message>
        <source>Free from landlines</source>
        <translation>仅固话免费</translation>
    </message>
    <message>
        <source>Costs extra</source>
        <translation>付费</translation>
    </message>
    <message>
        <source>Cost unknown</source>
        <translation>费用未知</translation>
    </message>
    <message>
        <source>One line</source>
        <translation>一句话</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>简短</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>Call card</source>
        <translation>电话稿</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>去填写</translation>
    </message>
    <message>
        <source>Reword</source>
        <translation>改写</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>补充</translation>
    </message>
    <message>
        <source>Use this wording</source>
        <translation>采用此写法</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Mask it</source>
        <translation>打码</translation>
    </message>
    <message>
        <source>Redacted copy…</source>
        <translation>遮挡副本…</translation>
    </message>
    <message>
        <source>Instead: {wording}</source>
        <translation>可改为：{wording}</translation>
    </message>
    <message>
        <source>These words can be left out.</source>
        <translation>可以删去这几个字。</translation>
    </message>
    <message>
        <source>Copy (%n byte(s) over)</source>
        <translation>复制（超出 %n 字节）</translation>
    </message>
    <message>
        <source>Copy (%n character(s) over)</source>
        <translation>复制（超出 %n 字）</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>复制文本</translation>
    </message>
    <message>
        <source>%n character(s) copied</source>
        <translation>已复制 %n 字</translation>
    </message>
    <message>
        <source>{at} · {channel}</source>
        <translation>{at} · {channel}</translation>
    </message>
    <message>
        <source>{have} have</source>
        <translation>有 {have}</translation>
    </message>
    <message>
        <source>{have} have · {missing} missing</source>
        <translation>有 {have} · 缺 {missing}</translation>
    </message>
    <message>
        <source>All unchanged since import</source>
        <translation>均自导入以来未改动</translation>
    </message>
    <message>
        <source>Unchanged since import</source>
        <translation>自导入以来未改动</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>必需</translation>
    </message>
    <message>
        <source>Helpful</source>
        <translation>有帮助</translation>
    </message>
    <message>
        <source>left out: {numbers}</source>
        <translation>不引用：{numbers}</translation>
    </message>
</context>
<context>
    <name>ContactDialog</name>
    <message>
        <source>Change the contact</source>
        <translation>修改沟通记录</translation>
    </message>
    <message>
        <source>Log a contact</source>
        <translation>记录一次联系</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>This contact is not saved yet. Let go of what you typed?</source>
        <translation>这条记录还没有保存。放弃刚才填写的内容吗？</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Log an order first; a contact belongs to one.</source>
        <translation>请先添加订单，沟通记录归在订单下。</translation>
    </message>
    <message>
        <source>Cost unknown; your rate per minute can be entered in the settings</source>
        <translation>费用不明；可在设置里填写每分钟话费</translation>
    </message>
    <message>
        <source>About {amount} (within the minutes of your plan)</source>
        <translation>约 {amount}（套餐内）</translation>
    </message>
    <message>
        <source>About {amount}</source>
        <translation>约 {amount}</translation>
    </message>
    <message>
        <source>This is no length of time. Write it like {example}.</source>
        <translation>这不是时长。请写成 {example} 这样的格式。</translation>
    </message>
    <message>
        <source>This is not a date and time. Write it like {example}.</source>
        <translation>这不是日期时间。请写成 {example} 这样的格式。</translation>
    </message>
</context>
<context>
    <name>ContactFields</name>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>等候</translation>
    </message>
    <message>
        <source>Talked</source>
        <translation>通话</translation>
    </message>
    <message>
        <source>Name or staff number</source>
        <translation>姓名或工号</translation>
    </message>
    <message>
        <source>As copied from the official page</source>
        <translation>从官方页面抄下的号码</translation>
    </message>
    <message>
        <source>Ticket or case number</source>
        <translation>工单号或受理号</translation>
    </message>
    <message>
        <source>In their words, e.g. an answer within 48 hours</source>
        <translation>写原话，例如：48 小时内答复</translation>
    </message>
    <message>
        <source>What was said, in a sentence</source>
        <translation>一句话写下对方说了什么</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Another way</source>
        <translation>其他方式</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} 小时</translation>
    </message>
    <message>
        <source>Due {hours} hours after the contact</source>
        <translation>联系之后 {hours} 小时到期</translation>
    </message>
    <message>
        <source>Who you reached</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>接待人</translation>
    </message>
    <message>
        <source>Number called</source>
        <translation>拨打的号码</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Promise, word for word</source>
        <translation>承诺（原话）</translation>
    </message>
    <message>
        <source>Notes of the call; they are kept as evidence</source>
        <translation>通话笔记，保存后作为证据</translation>
    </message>
</context>
<context>
    <name>ContactTable</name>
    <message>
        <source>Contact log</source>
        <translation>沟通记录</translation>
    </message>
</context>
<context>
    <name>ContactWords</name>
    <message>
        <source>The seller</source>
        <translation>商家</translation>
    </message>
    <message>
        <source>Platform support</source>
        <translation>平台客服</translation>
    </message>
    <message>
        <source>The courier</source>
        <translation>快递公司</translation>
    </message>
    <message>
        <source>Payment support</source>
        <translation>支付客服</translation>
    </message>
    <message>
        <source>An authority</source>
        <translation>监管部门</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>其他人</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>有答复</translation>
    </message>
    <message>
        <source>Not settled</source>
        <translation>没有解决</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>无人答复</translation>
    </message>
    <message>
        <source>Promised something</source>
        <translation>作出承诺</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>The last contact was refused</source>
        <translation>上次联系被拒绝</translation>
    </message>
    <message>
        <source>Nobody answered last time</source>
        <translation>上次无人答复</translation>
    </message>
    <message>
        <source>The promise was not kept</source>
        <translation>承诺没有兑现</translation>
    </message>
    <message>
        <source>The last answer did not settle it</source>
        <translation>上次的答复没有解决问题</translation>
    </message>
    <message>
        <source>The last contact did not settle it</source>
        <translation>上次联系没有解决问题</translation>
    </message>
    <message>
        <source>Another way</source>
        <translation>其他方式</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} 分 {seconds} 秒</translation>
    </message>
    <message>
        <source>{time} over</source>
        <translation>超过 {time}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>剩 {time}</translation>
    </message>
    <message>
        <source>by {due}</source>
        <translation>{due} 前</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>已兑现</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>未兑现</translation>
    </message>
    <message>
        <source>due</source>
        <translation>已到期</translation>
    </message>
    <message>
        <source>{count} d</source>
        <translation>{count} 天</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} 小时</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} 分钟</translation>
    </message>
</context>
<context>
    <name>ContactsModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>With</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>承诺/期限</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>编号</translation>
    </message>
</context>
<context>
    <name>ContentsCard</name>
    <message>
        <source>In the bundle</source>
        <translation>包内结构</translation>
    </message>
</context>
<context>
    <name>CopyBar</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>复制文本</translation>
    </message>
    <message>
        <source>Complaint with its list of evidence (PDF)…</source>
        <translation>投诉材料，附证据清单（PDF）…</translation>
    </message>
    <message>
        <source>Complaint with its list of evidence (Word)…</source>
        <translation>投诉材料，附证据清单（Word）…</translation>
    </message>
    <message>
        <source>Pictures for upload…</source>
        <translation>上传用的图片…</translation>
    </message>
    <message>
        <source>Evidence bundle with everything (ZIP)…</source>
        <translation>证据包，全部放入（ZIP）…</translation>
    </message>
    <message>
        <source>As plain text (.txt)…</source>
        <translation>纯文本（.txt）…</translation>
    </message>
    <message>
        <source>As Markdown with the evidence of each sentence (.md)…</source>
        <translation>Markdown，附每句话的依据（.md）…</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n time(s)</source>
        <translation>
            <numerusform>已复制 %n 次</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CopyLinks</name>
    <message>
        <source>Redacted copy of</source>
        <translation>遮挡自</translation>
    </message>
    <message>
        <source>Redacted copy:</source>
        <translation>遮挡副本：</translation>
    </message>
</context>
<context>
    <name>CountdownDialog</name>
    <message>
        <source>Time left on the page</source>
        <translation>页面上的倒计时</translation>
    </message>
    <message>
        <source>2 d 3 h, 47:12:30, or 11-24 10:02</source>
        <translation>如 2天3小时、47:12:30 或 11-24 10:02</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Write it as it stands there. From then on it comes before the general rule.</source>
        <translation>照页面填写。之后以它为准，不再按一般规则推算。</translation>
    </message>
    <message>
        <source>A length of time or a date</source>
        <translation>可以填时长，也可以填日期时间</translation>
    </message>
    <message>
        <source>Until {at}</source>
        <translation>截止 {at}</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n piece(s) of evidence</source>
        <translation>
            <numerusform>%n 份证据</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>缺 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n 项未填</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Answer %n question(s)</source>
        <translation>
            <numerusform>填写 %n 项事实</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n required piece(s) of evidence</source>
        <translation>
            <numerusform>补 %n 项必需的证据</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>waiting %n d</source>
        <translation>
            <numerusform>已等 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>waiting %n h</source>
        <translation>
            <numerusform>已等 %n 小时</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong in KeepProof</source>
        <translation>留证遇到了意外错误</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>错误详情</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>查看日志</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续使用</translation>
    </message>
    <message>
        <source>This is a mistake in the program, not yours. What is kept was not changed; you can go on working. If it happens again, start the program anew.</source>
        <translation>这是程序的错误，不是您操作的问题。已保存的内容没有变动，可以继续使用；如果再次出现，请重新启动程序。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>DeadlineWords</name>
    <message>
        <source>Clock stopped</source>
        <translation>暂停计时</translation>
    </message>
    <message>
        <source>See the page</source>
        <translation>看页面</translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>现在可以</translation>
    </message>
    <message>
        <source>as you copied it from the page</source>
        <translation>按您抄的页面倒计时</translation>
    </message>
    <message>
        <source>rule text checked</source>
        <translation>规则原文已核对</translation>
    </message>
    <message>
        <source>as you entered it</source>
        <translation>按您填写的</translation>
    </message>
    <message>
        <source>no figure known, the page decides</source>
        <translation>没有查到期限，以页面为准</translation>
    </message>
    <message>
        <source>reference value, the page decides</source>
        <translation>参考值，以页面为准</translation>
    </message>
    <message>
        <source>a hint, please check on the page</source>
        <translation>仅供参考，请以页面为准</translation>
    </message>
    <message>
        <source>its beginning is later than now</source>
        <translation>起算时间晚于现在</translation>
    </message>
    <message>
        <source>the dates contradict each other</source>
        <translation>时间前后矛盾</translation>
    </message>
    <message>
        <source>holidays are not known yet</source>
        <translation>节假日安排还没有公布</translation>
    </message>
    <message>
        <source>other limits hold in this season</source>
        <translation>这段时间另有期限</translation>
    </message>
    <message>
        <source>whether it was shipped is not sure</source>
        <translation>不确定是否已发货</translation>
    </message>
    <message>
        <source>something happened after you copied it</source>
        <translation>抄写之后又有了进展</translation>
    </message>
    <message>
        <source>I filed a request</source>
        <translation>我提交了申请</translation>
    </message>
    <message>
        <source>I changed the request</source>
        <translation>我修改了申请</translation>
    </message>
    <message>
        <source>The seller refused</source>
        <translation>商家拒绝了</translation>
    </message>
    <message>
        <source>The seller agreed</source>
        <translation>商家同意了</translation>
    </message>
    <message>
        <source>I sent the goods back</source>
        <translation>我寄回了商品</translation>
    </message>
    <message>
        <source>The seller signed for the return</source>
        <translation>商家签收了退货</translation>
    </message>
    <message>
        <source>I asked the platform to step in</source>
        <translation>我申请了平台介入</translation>
    </message>
    <message>
        <source>I handed in my evidence</source>
        <translation>我提交了凭证</translation>
    </message>
    <message>
        <source>Refunded or settled</source>
        <translation>已退款或已解决</translation>
    </message>
    <message>
        <source>The request was closed</source>
        <translation>申请已关闭</translation>
    </message>
    <message>
        <source>Refund only</source>
        <translation>仅退款</translation>
    </message>
    <message>
        <source>Return and refund</source>
        <translation>退货退款</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>换货</translation>
    </message>
    <message>
        <source>Send what is missing</source>
        <translation>补寄</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>维修</translation>
    </message>
    <message>
        <source>Not shipped yet</source>
        <translation>还没发货</translation>
    </message>
    <message>
        <source>Shipped, not received</source>
        <translation>已发货，未收到</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已收到</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>未填写</translation>
    </message>
</context>
<context>
    <name>DeadlinesCard</name>
    <message>
        <source>Deadlines</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Record what happened…</source>
        <translation>记录进展…</translation>
    </message>
    <message>
        <source>Export deadlines to a calendar</source>
        <translation>把时限导出到日历</translation>
    </message>
    <message>
        <source>The time left on the platform's page comes first: double-click a line, or press Enter, to enter it.</source>
        <translation>以平台页面的倒计时为准，双击一行或按回车，可以照页面填写。</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>全部 {count} 项</translation>
    </message>
    <message>
        <source>Copy the time left from the page…</source>
        <translation>抄写页面倒计时…</translation>
    </message>
    <message>
        <source>Count by the rule again</source>
        <translation>恢复按规则推算</translation>
    </message>
</context>
<context>
    <name>DeadlinesModel</name>
    <message>
        <source>Who must act: {who}</source>
        <translation>由谁处理：{who}</translation>
    </message>
    <message>
        <source>Source: {source}, as of {day}</source>
        <translation>来源：{source}，{day}</translation>
    </message>
    <message>
        <source>you</source>
        <translation>您</translation>
    </message>
</context>
<context>
    <name>DemandForm</name>
    <message>
        <source>Demand (one only)</source>
        <translation>诉求（只选一项）</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>{demand} (only in texts to authorities)</source>
        <translation>{demand}（只写入 12315 和消协的文本）</translation>
    </message>
    <message>
        <source>Expected an amount like 1299.00, without words.</source>
        <translation>请填数字，例如 1299.00。</translation>
    </message>
    <message>
        <source>The amount is 0. Enter what you ask for.</source>
        <translation>金额是 0，请填要求的金额。</translation>
    </message>
    <message>
        <source>More than the {paid} you paid; a refund cannot exceed it.</source>
        <translation>超过实付 {paid}，退款不能多于实付。</translation>
    </message>
    <message>
        <source>= paid</source>
        <translation>= 实付</translation>
    </message>
    <message>
        <source>Paid {amount}</source>
        <translation>实付 {amount}</translation>
    </message>
</context>
<context>
    <name>DetailsForm</name>
    <message>
        <source>18 letters and digits</source>
        <translation>18 位字母和数字</translation>
    </message>
    <message>
        <source>The shop's licence page names them. 12315 and consumer associations ask for a seller that is named exactly; platform support does not.</source>
        <translation>可在店铺的证照信息页查到。12315 和消协要求写明确切的商家，平台客服不需要。</translation>
    </message>
    <message>
        <source>Registered name</source>
        <translation>登记名称</translation>
    </message>
    <message>
        <source>Credit code</source>
        <translation>信用代码</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>DifferencePanel</name>
    <message numerus="yes">
        <source>%n value(s) differ between order and evidence</source>
        <translation>
            <numerusform>订单和证据有 %n 处不一致</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more difference(s)</source>
        <translation>
            <numerusform>另有 %n 处不一致</numerusform>
        </translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>收起</translation>
    </message>
</context>
<context>
    <name>DifferenceRow</name>
    <message>
        <source>Use {value}</source>
        <translation>改用 {value}</translation>
    </message>
    <message>
        <source>Show {evidence}</source>
        <translation>查看{evidence}</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>There it says: {words}</source>
        <translation>原文：{words}</translation>
    </message>
</context>
<context>
    <name>DocumentExport</name>
    <message>
        <source>Export the evidence catalogue</source>
        <translation>导出证据目录</translation>
    </message>
    <message>
        <source>{title} evidence catalogue</source>
        <translation>{title} 证据目录</translation>
    </message>
    <message>
        <source>Export the complaint with its list of evidence</source>
        <translation>导出投诉材料，附证据清单</translation>
    </message>
    <message>
        <source>Checking and writing</source>
        <translation>正在核对并写入</translation>
    </message>
    <message numerus="yes">
        <source>Written to {name}, with %n piece(s) of evidence</source>
        <translation>
            <numerusform>已写入 {name}，列有 %n 份证据</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentWords</name>
    <message>
        <source>Subject</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>From</source>
        <translation>发件人</translation>
    </message>
    <message>
        <source>To</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Saved from</source>
        <translation>网页地址</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页数</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>帧数</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>{pages}, without text (scanned)</source>
        <translation>{pages}，没有文字（扫描件）</translation>
    </message>
</context>
<context>
    <name>DropGuide</name>
    <message>
        <source>Release to keep them; choose an order later</source>
        <translation>松开，先保存下来，稍后再归到订单</translation>
    </message>
    <message>
        <source>Release to add to “{order}”</source>
        <translation>松开，加入“{order}”</translation>
    </message>
    <message>
        <source>The originals stay where they are; Esc cancels</source>
        <translation>原文件留在原处；按 Esc 取消</translation>
    </message>
    <message>
        <source>The originals stay where they are; Esc cancels; drag to the list at the left for another order</source>
        <translation>原文件留在原处；按 Esc 取消；拖到左侧列表可换订单</translation>
    </message>
    <message>
        <source>numbered from {first}</source>
        <translation>编号从 {first} 开始</translation>
    </message>
    <message>
        <source>becomes {first}</source>
        <translation>将编号为 {first}</translation>
    </message>
    <message>
        <source>become {first} to {last}</source>
        <translation>将编号为 {first} 至 {last}</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n 张图片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n video(s)</source>
        <translation>
            <numerusform>%n 段视频</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s)</source>
        <translation>
            <numerusform>%n 段录音</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s)</source>
        <translation>
            <numerusform>%n 份文字记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n 份文档</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s)</source>
        <translation>
            <numerusform>%n 个文件夹</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other file(s)</source>
        <translation>
            <numerusform>%n 个其他文件</numerusform>
        </translation>
    </message>
    <message>
        <source>This is only a link; nothing is fetched from the network</source>
        <translation>这只是一个链接，留证不会联网取回内容</translation>
    </message>
    <message>
        <source>Save the picture or page as a file first, then drop that file here</source>
        <translation>请先把图片或网页存成文件，再把文件拖到这里</translation>
    </message>
    <message>
        <source>There is no file in this folder</source>
        <translation>文件夹里没有可导入的文件</translation>
    </message>
    <message>
        <source>Check whether it is the right one</source>
        <translation>请检查是否选对了文件夹</translation>
    </message>
    <message>
        <source>There is nothing here that can be kept</source>
        <translation>这里没有可以保存的内容</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Drop screenshots, chats, photos and videos here</source>
        <translation>把截图、聊天记录、照片、视频拖到这里</translation>
    </message>
    <message>
        <source>The files are copied, never moved or changed</source>
        <translation>原文件只复制，不移动，不改动</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
</context>
<context>
    <name>DueBanner</name>
    <message>
        <source>Look</source>
        <translation>去看看</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>知道了</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>，另有 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvidenceActions</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Redacted copy…</source>
        <translation>遮挡副本…</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>证据类型</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>备注…</translation>
    </message>
    <message>
        <source>When it happened…</source>
        <translation>发生时间…</translation>
    </message>
    <message>
        <source>Also file under another order…</source>
        <translation>同时归到另一订单…</translation>
    </message>
    <message>
        <source>File under an order…</source>
        <translation>归到订单…</translation>
    </message>
    <message>
        <source>Move to another order…</source>
        <translation>移到另一订单…</translation>
    </message>
    <message>
        <source>Take out of this order</source>
        <translation>移出这个订单</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>What this shows</source>
        <translation>它说明什么</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>When it happened</source>
        <translation>发生时间</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) filed under the order</source>
        <translation>
            <numerusform>已把 %n 份证据归到订单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n item(s)</source>
        <translation>
            <numerusform>删除 %n 份证据</numerusform>
        </translation>
    </message>
    <message>
        <source>Reason (kept in the custody log; the file stays in the trash for {days} days and is then deleted for good)</source>
        <translation>原因（记入保管记录；文件在回收区保留 {days} 天，之后彻底删除）</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Filed by mistake</source>
        <translation>误加入</translation>
    </message>
</context>
<context>
    <name>EvidenceCard</name>
    <message>
        <source>Export the evidence of this order</source>
        <translation>导出这个订单的证据</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Evidence bundle (ZIP)…</source>
        <translation>证据包（ZIP）…</translation>
    </message>
    <message>
        <source>Evidence catalogue (PDF)…</source>
        <translation>证据目录（PDF）…</translation>
    </message>
    <message>
        <source>Evidence catalogue (Word)…</source>
        <translation>证据目录（Word）…</translation>
    </message>
    <message>
        <source>Evidence catalogue (table)…</source>
        <translation>证据目录（表格）…</translation>
    </message>
    <message>
        <source>Pictures for upload…</source>
        <translation>上传用的图片…</translation>
    </message>
    <message>
        <source>Show all {count}</source>
        <translation>查看全部 {count}</translation>
    </message>
    <message>
        <source>Show one row</source>
        <translation>收起</translation>
    </message>
</context>
<context>
    <name>EvidenceDelegate</name>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
</context>
<context>
    <name>EvidenceFilters</name>
    <message>
        <source>Name, note, order, number</source>
        <translation>名称、备注、订单、编号</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Every order</source>
        <translation>全部订单</translation>
    </message>
    <message>
        <source>Not filed {count}</source>
        <translation>未归到订单 {count}</translation>
    </message>
</context>
<context>
    <name>EvidenceInspector</name>
    <message>
        <source>Open original</source>
        <translation>打开原件</translation>
    </message>
    <message>
        <source>File under an order</source>
        <translation>归到订单</translation>
    </message>
    <message>
        <source>Redacted copy…</source>
        <translation>遮挡副本…</translation>
    </message>
    <message>
        <source>Choose an item to see where it came from and its four times</source>
        <translation>选一份证据，查看它的来源和四个时间</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) chosen</source>
        <translation>
            <numerusform>已选 %n 份</numerusform>
        </translation>
    </message>
    <message>
        <source>Four times, each kept apart</source>
        <translation>四个时间，各自保留</translation>
    </message>
    <message>
        <source>Open the order</source>
        <translation>打开订单</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核验</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>EvidencePage</name>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s), newest import first</source>
        <translation>
            <numerusform>%n 份，最近导入的在前</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing left to sort</source>
        <translation>都整理好了</translation>
    </message>
    <message>
        <source>Every item is filed under an order</source>
        <translation>每份证据都已归到订单</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>No evidence fits these words and filters</source>
        <translation>没有符合这些文字和筛选条件的证据</translation>
    </message>
    <message>
        <source>No evidence yet</source>
        <translation>还没有证据</translation>
    </message>
    <message>
        <source>Drop screenshots, chats, photos or videos here. The files are copied, never moved or changed</source>
        <translation>把截图、聊天记录、照片或视频拖到这里。文件只复制，不移动，不改动</translation>
    </message>
</context>
<context>
    <name>EvidenceTable</name>
    <message>
        <source>Evidence as a table</source>
        <translation>证据表格</translation>
    </message>
</context>
<context>
    <name>EvidenceTableModel</name>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>导入时间</translation>
    </message>
    <message>
        <source>Since import</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Not filed</source>
        <translation>未归到订单</translation>
    </message>
</context>
<context>
    <name>EvidenceTiles</name>
    <message>
        <source>Evidence of this order</source>
        <translation>这个订单的证据</translation>
    </message>
</context>
<context>
    <name>EvidenceWords</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Screenshots</source>
        <translation>截图</translation>
    </message>
    <message>
        <source>Chats and calls</source>
        <translation>聊天和通话</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Bills and papers</source>
        <translation>账单票据</translation>
    </message>
    <message>
        <source>Other files</source>
        <translation>其他文件</translation>
    </message>
    <message>
        <source>Dropped on the window</source>
        <translation>拖入</translation>
    </message>
    <message>
        <source>Pasted from the clipboard</source>
        <translation>从剪贴板粘贴</translation>
    </message>
    <message>
        <source>Chosen from a folder</source>
        <translation>从文件夹选择</translation>
    </message>
    <message>
        <source>Added in the terminal</source>
        <translation>在终端里添加</translation>
    </message>
    <message>
        <source>Part of the example</source>
        <translation>示例自带</translation>
    </message>
    <message>
        <source>Attached to a mail</source>
        <translation>邮件的附件</translation>
    </message>
    <message>
        <source>Made from another item</source>
        <translation>由另一份证据制作</translation>
    </message>
    <message>
        <source>It happened</source>
        <translation>事情发生</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>拍摄/截取</translation>
    </message>
    <message>
        <source>File changed</source>
        <translation>文件修改</translation>
    </message>
    <message>
        <source>From the watched folder</source>
        <translation>来自留意的文件夹</translation>
    </message>
    <message>
        <source>Written down during a call</source>
        <translation>通话时所记</translation>
    </message>
    <message>
        <source>Imported from a bundle</source>
        <translation>从证据包导入</translation>
    </message>
    <message>
        <source>Redacted copy of another item</source>
        <translation>另一份证据的遮挡副本</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>导入留证</translation>
    </message>
    <message>
        <source>Unchanged since import</source>
        <translation>自导入以来未改动</translation>
    </message>
    <message>
        <source>File not found; the record stays</source>
        <translation>找不到文件，记录仍在</translation>
    </message>
    <message>
        <source>Content differs from import</source>
        <translation>内容与导入时不同</translation>
    </message>
    <message>
        <source>The file could not be read</source>
        <translation>文件暂时读不出来</translation>
    </message>
    <message>
        <source>Fingerprint taken at import; no check since then</source>
        <translation>导入时记下指纹，之后尚未再核验</translation>
    </message>
    <message>
        <source>Checked {at}</source>
        <translation>{at} 核验</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>写成</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>written by the camera (EXIF)</source>
        <translation>相机写入（EXIF）</translation>
    </message>
    <message>
        <source>written in the recording</source>
        <translation>录像里写明</translation>
    </message>
    <message>
        <source>written in the document</source>
        <translation>文件自带</translation>
    </message>
    <message>
        <source>stated in the mail</source>
        <translation>邮件所写</translation>
    </message>
    <message>
        <source>written when the page was saved</source>
        <translation>保存网页时写入</translation>
    </message>
    <message>
        <source>as the file said</source>
        <translation>文件自带</translation>
    </message>
    <message>
        <source>by this computer's clock</source>
        <translation>按这台电脑的时钟</translation>
    </message>
    <message>
        <source>stated by you</source>
        <translation>由您填写</translation>
    </message>
    <message>
        <source>seen in the picture</source>
        <translation>画面上的时间</translation>
    </message>
    <message>
        <source>read in the text</source>
        <translation>从文字中读到</translation>
    </message>
</context>
<context>
    <name>ExportCalendarDialog</name>
    <message>
        <source>Export deadlines to a calendar</source>
        <translation>把时限导出到日历</translation>
    </message>
    <message>
        <source>Calendar (*.ics)</source>
        <translation>日历 (*.ics)</translation>
    </message>
</context>
<context>
    <name>ExportPaperDialog</name>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Word document (*.docx)</source>
        <translation>Word 文件 (*.docx)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
</context>
<context>
    <name>ExportTextDialog</name>
    <message>
        <source>Plain text (*.txt)</source>
        <translation>纯文本 (*.txt)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Export the text of the complaint</source>
        <translation>导出投诉文本</translation>
    </message>
</context>
<context>
    <name>FactField</name>
    <message>
        <source>Not filled</source>
        <translation>未填</translation>
    </message>
</context>
<context>
    <name>FactForm</name>
    <message>
        <source>Not answered</source>
        <translation>未选</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Expected something like {example}. The text keeps the last answer.</source>
        <translation>格式应类似 {example}。正文仍用之前的内容。</translation>
    </message>
</context>
<context>
    <name>FactsCard</name>
    <message>
        <source>Choose</source>
        <translation>选择问题</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>实付</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Demand</source>
        <translation>诉求</translation>
    </message>
    <message>
        <source>Tracking</source>
        <translation>运单</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>None</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>Not chosen</source>
        <translation>未选择</translation>
    </message>
    <message>
        <source>not yet; wait</source>
        <translation>未点，先不要点</translation>
    </message>
    <message>
        <source>Fill in from the page</source>
        <translation>按页面填写</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>No problem</source>
        <translation>没有问题</translation>
    </message>
    <message>
        <source>Copied {at}</source>
        <translation>已复制 {at}</translation>
    </message>
    <message>
        <source>Being written</source>
        <translation>正在准备</translation>
    </message>
</context>
<context>
    <name>FactsPane</name>
    <message>
        <source>Kind of problem</source>
        <translation>问题类型</translation>
    </message>
    <message>
        <source>Reason chosen on the platform</source>
        <translation>平台上选的原因</translation>
    </message>
    <message>
        <source>More about this problem</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Delete this problem</source>
        <translation>删除这个问题</translation>
    </message>
    <message>
        <source>Open the problem again</source>
        <translation>重新打开纠纷</translation>
    </message>
    <message>
        <source>Close the dispute…</source>
        <translation>结束纠纷…</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>事实</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不选</translation>
    </message>
    <message>
        <source>Show one</source>
        <translation>收起</translation>
    </message>
    <message numerus="yes">
        <source>%n more hint(s)</source>
        <translation>
            <numerusform>还有 %n 条提示</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>Not found; can be added later</source>
        <translation>没有找到，可稍后补</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>Guide</source>
        <translation>使用指南</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>在指南中查找</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Nothing found. Try another word.</source>
        <translation>没有找到，换个词试试。</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Text of the guide</source>
        <translation>指南正文</translation>
    </message>
</context>
<context>
    <name>GuideWords</name>
    <message>
        <source>First steps</source>
        <translation>开始使用</translation>
    </message>
    <message>
        <source>Keeping proof</source>
        <translation>留好凭证</translation>
    </message>
    <message>
        <source>Complaining</source>
        <translation>写投诉</translation>
    </message>
    <message>
        <source>Whom, how, by when</source>
        <translation>找谁、怎么找、何时</translation>
    </message>
    <message>
        <source>About KeepProof</source>
        <translation>关于留证</translation>
    </message>
</context>
<context>
    <name>HelpButton</name>
    <message>
        <source>Explain this</source>
        <translation>查看说明</translation>
    </message>
</context>
<context>
    <name>ImportBundleDialog</name>
    <message>
        <source>Import evidence bundle</source>
        <translation>导入证据包</translation>
    </message>
    <message>
        <source>Keep as a file</source>
        <translation>只作为一个文件收存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>exported on {day}</source>
        <translation>{day} 导出</translation>
    </message>
    <message>
        <source>Every file is as it was when the bundle was made</source>
        <translation>每个文件都与导出时一致</translation>
    </message>
    <message>
        <source>This does not show that the content is true</source>
        <translation>这不说明内容属实</translation>
    </message>
    <message>
        <source>This bundle is not as it was exported</source>
        <translation>这个证据包与导出时不一致</translation>
    </message>
    <message>
        <source>The order is here already: it gets the evidence it lacks</source>
        <translation>这个订单已在库中，只补充缺少的证据</translation>
    </message>
    <message>
        <source>The order is here already, with all of this evidence</source>
        <translation>这个订单和包里的证据都已在库中，没有要导入的</translation>
    </message>
    <message>
        <source>Nothing that stands there is changed</source>
        <translation>原有内容不会改动</translation>
    </message>
    <message>
        <source>The order is not here yet and is made</source>
        <translation>库里还没有这个订单，会新建</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) came in from the bundle</source>
        <translation>
            <numerusform>从证据包导入了 %n 份</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>In the bundle</source>
        <translation>包内证据</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>This is only a link. Save the picture or page as a file first</source>
        <translation>这只是一个链接。请先把图片或网页存成文件</translation>
    </message>
    <message>
        <source>There is no file, picture or text to take</source>
        <translation>剪贴板里没有可以保存的文件、图片或文字</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>Add folder</source>
        <translation>添加文件夹</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>正在导入</translation>
    </message>
    <message numerus="yes">
        <source>Stopped; %n item(s) added before that stay</source>
        <translation>
            <numerusform>已停止；之前加入的 %n 份证据保留</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) added as evidence</source>
        <translation>
            <numerusform>已加入 %n 份证据</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) were here already; kept once</source>
        <translation>
            <numerusform>%n 份内容已在证据库中，只保存一份</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IssueDetail</name>
    <message>
        <source>Needed</source>
        <translation>必需的证据</translation>
    </message>
    <message>
        <source>Beware</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Helpful</source>
        <translation>有帮助的证据</translation>
    </message>
    <message>
        <source>You can ask for</source>
        <translation>可以提出的诉求</translation>
    </message>
    <message>
        <source>Choose a kind on the left</source>
        <translation>请在左侧选择一类</translation>
    </message>
    <message>
        <source>Point at a kind to see which evidence it needs and why; a click begins.</source>
        <translation>指向某一类，这里会列出需要哪些证据以及原因；单击即开始。</translation>
    </message>
    <message>
        <source>First contact: {party}</source>
        <translation>先联系：{party}</translation>
    </message>
</context>
<context>
    <name>ItemLine</name>
    <message>
        <source>Item</source>
        <translation>商品名称</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>规格</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Remove this item</source>
        <translation>去掉这件商品</translation>
    </message>
</context>
<context>
    <name>ItemsEditor</name>
    <message>
        <source>Add an item</source>
        <translation>再加一件</translation>
    </message>
</context>
<context>
    <name>LadderPane</name>
    <message>
        <source>Next steps</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Free ways first, then paid ones; the platform first, then beyond it</source>
        <translation>先免费，再付费；先平台内，再平台外</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>仍然继续</translation>
    </message>
    <message>
        <source>Phone support</source>
        <translation>电话客服</translation>
    </message>
    <message>
        <source>Prepare text</source>
        <translation>准备文本</translation>
    </message>
    <message>
        <source>Log a contact</source>
        <translation>记录联系</translation>
    </message>
    <message>
        <source>Call card</source>
        <translation>看通话卡</translation>
    </message>
    <message>
        <source>The ways to go on stand here once you say what went wrong. Contacts can be logged now.</source>
        <translation>说明出了什么问题后，这里会列出可走的渠道。沟通记录现在就可以写。</translation>
    </message>
    <message>
        <source>Start a complaint</source>
        <translation>开始投诉</translation>
    </message>
</context>
<context>
    <name>LadderWords</name>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>条件未到</translation>
    </message>
    <message>
        <source>Open from {when}</source>
        <translation>{when} 起可以申请</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Still needed: {what}</source>
        <translation>还需要：{what}</translation>
    </message>
    <message>
        <source>{when}: {words}</source>
        <translation>{when}：{words}</translation>
    </message>
    <message>
        <source>Done {when}</source>
        <translation>{when} 已完成</translation>
    </message>
    <message>
        <source>A robot answers first: say that you want a person, and note when you asked</source>
        <translation>先应答的是机器人，输入“人工”转人工，并记下时间</translation>
    </message>
    <message>
        <source>Call at a quiet time; the card on the right has what to say</source>
        <translation>避开高峰时段拨打；右侧通话卡写好了要说的话</translation>
    </message>
    <message>
        <source>Step {place}: {name}</source>
        <translation>第 {place} 步 {name}</translation>
    </message>
    <message>
        <source>Not tried yet: {skipped}. They cost nothing, and the next place will ask about them. Go on to {wanted} all the same?</source>
        <translation>还没有试过：{skipped}。这些渠道先走一遍，后面的受理方通常会问到。仍然直接走“{wanted}”吗？</translation>
    </message>
    <message>
        <source>Text copied {when}; note the answer when it comes</source>
        <translation>{when} 已复制文本，收到答复后请记录</translation>
    </message>
    <message>
        <source>Promised: “{words}”</source>
        <translation>对方承诺：“{words}”</translation>
    </message>
</context>
<context>
    <name>LeaveBar</name>
    <message>
        <source>The boxes are not saved yet</source>
        <translation>遮挡框还没有保存</translation>
    </message>
    <message>
        <source>Save copy</source>
        <translation>保存副本</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>不保存</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>继续编辑</translation>
    </message>
</context>
<context>
    <name>LengthEdit</name>
    <message>
        <source>e.g. {example}</source>
        <translation>例如 {example}</translation>
    </message>
</context>
<context>
    <name>LibrariesDialog</name>
    <message>
        <source>Libraries</source>
        <translation>证据库</translation>
    </message>
    <message>
        <source>Libraries opened before</source>
        <translation>打开过的证据库</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>New library…</source>
        <translation>新建证据库…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Each library is a folder of its own with its orders and evidence, kept apart from the others.</source>
        <translation>每个证据库是一个单独的文件夹，有自己的订单和证据，互不相干。</translation>
    </message>
    <message>
        <source>Open a library</source>
        <translation>打开证据库</translation>
    </message>
    <message>
        <source>Choose or make an empty folder for the new library</source>
        <translation>为新证据库选择或新建一个空文件夹</translation>
    </message>
    <message>
        <source>There is no library in {folder} yet. Make a new, empty one there?</source>
        <translation>“{folder}” 里还没有证据库。要在那里新建一个空的吗？</translation>
    </message>
    <message>
        <source>Make a new library</source>
        <translation>新建证据库</translation>
    </message>
</context>
<context>
    <name>LibrariesModel</name>
    <message>
        <source>open now</source>
        <translation>已打开</translation>
    </message>
    <message>
        <source>not there now</source>
        <translation>现在找不到</translation>
    </message>
</context>
<context>
    <name>LibraryCommands</name>
    <message>
        <source>Choose a backup</source>
        <translation>选择备份</translation>
    </message>
    <message>
        <source>Backup (*.zip)</source>
        <translation>备份 (*.zip)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>LibraryNames</name>
    <message>
        <source>My library</source>
        <translation>我的证据库</translation>
    </message>
</context>
<context>
    <name>LiveText</name>
    <message>
        <source>Text of the complaint</source>
        <translation>投诉正文</translation>
    </message>
</context>
<context>
    <name>LogPane</name>
    <message>
        <source>Nobody was contacted yet. Every attempt counts, even one nobody answered.</source>
        <translation>还没有沟通记录。每次联系都值得记下，没人应答也算。</translation>
    </message>
    <message>
        <source>Log a contact</source>
        <translation>记录一次联系</translation>
    </message>
    <message>
        <source>Contact log</source>
        <translation>沟通记录</translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>{time} on the phone</source>
        <translation>电话合计 {time}</translation>
    </message>
    <message>
        <source>Contact deleted. Undo brings it back.</source>
        <translation>已删除沟通记录，可用“撤销”恢复。</translation>
    </message>
    <message>
        <source>Promise removed from the log. Undo brings it back.</source>
        <translation>已从沟通记录移除这条承诺，可以撤销。</translation>
    </message>
    <message>
        <source>Noted: the promise was kept</source>
        <translation>已登记：承诺已兑现</translation>
    </message>
    <message>
        <source>Noted: the promise was not kept</source>
        <translation>已登记：承诺未兑现</translation>
    </message>
    <message>
        <source>The promise is open again</source>
        <translation>承诺已重新打开</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Open its evidence</source>
        <translation>打开对应证据</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>The promise was kept</source>
        <translation>承诺已兑现</translation>
    </message>
    <message>
        <source>The promise was not kept</source>
        <translation>承诺未兑现</translation>
    </message>
    <message>
        <source>The promise is still open</source>
        <translation>承诺尚未到期</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>KeepProof</source>
        <translation>留证</translation>
    </message>
    <message>
        <source>Everything stays on this computer</source>
        <translation>全部资料留在这台电脑上</translation>
    </message>
    <message>
        <source>{library} – KeepProof</source>
        <translation>{library} – 留证</translation>
    </message>
</context>
<context>
    <name>MerchantDialog</name>
    <message>
        <source>Seller details</source>
        <translation>商家资料</translation>
    </message>
    <message>
        <source>Before you buy</source>
        <translation>购买前检查</translation>
    </message>
    <message>
        <source>What you changed is not saved yet. Let go of it?</source>
        <translation>改动还没有保存，要放弃吗？</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Before you buy {done}/{total}</source>
        <translation>购买前检查 {done}/{total}</translation>
    </message>
    <message>
        <source>Registered data</source>
        <translation>商家资料</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>分页</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>MomentEdit</name>
    <message>
        <source>e.g. {example}</source>
        <translation>例如 {example}</translation>
    </message>
    <message>
        <source>Choose the date of “{name}”</source>
        <translation>选择“{name}”的日期</translation>
    </message>
</context>
<context>
    <name>NewFilesBanner</name>
    <message>
        <source>File to an order…</source>
        <translation>归到订单…</translation>
    </message>
    <message>
        <source>Look…</source>
        <translation>看一看…</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>忽略</translation>
    </message>
    <message numerus="yes">
        <source>%n new screenshot(s): which order do they belong to?</source>
        <translation>
            <numerusform>%n 张新截图：归到哪个订单？</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewFilesDialog</name>
    <message>
        <source>New screenshots</source>
        <translation>新截图</translation>
    </message>
    <message>
        <source>File to an order…</source>
        <translation>归到订单…</translation>
    </message>
    <message>
        <source>Keep, in no order yet</source>
        <translation>先保存，不归类</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Select what belongs together. The files are copied and stay where they are; double-click opens one.</source>
        <translation>选中要一起处理的。文件只复制，原来的不动；双击可以打开看。</translation>
    </message>
</context>
<context>
    <name>NextStepBanner</name>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Next: {step}</source>
        <translation>下一步：{step}</translation>
    </message>
</context>
<context>
    <name>NextTab</name>
    <message>
        <source>Logged; the notes are kept as evidence</source>
        <translation>已记录，笔记已存为证据</translation>
    </message>
    <message>
        <source>Logged</source>
        <translation>已记录</translation>
    </message>
</context>
<context>
    <name>NumberDialog</name>
    <message>
        <source>Add an official number</source>
        <translation>添加官方号码</translation>
    </message>
    <message>
        <source>e.g. after-sales</source>
        <translation>如 售后</translation>
    </message>
    <message>
        <source>e.g. app › Help › Phone</source>
        <translation>如 App › 客服与帮助 › 电话客服</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Type the number as it stands on the page.</source>
        <translation>请照页面填写号码。</translation>
    </message>
    <message>
        <source>Copy it from the app or the official page yourself. Numbers from search results, text messages or callers may be those of impostors.</source>
        <translation>请自己从 App 或官方页面抄号码。搜索结果、短信、来电里的号码可能是冒充的。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>抄自哪里</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>NumbersCard</name>
    <message>
        <source>Number, to see who pays for the call</source>
        <translation>输入号码，看看由谁付费</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>电话号码</translation>
    </message>
    <message>
        <source>Numbers you copied</source>
        <translation>您抄下的官方号码</translation>
    </message>
    <message>
        <source>Add a number…</source>
        <translation>添加号码…</translation>
    </message>
    <message>
        <source>None yet. The program ships no numbers: copy them from the official page.</source>
        <translation>还没有。程序不自带号码，请从官方页面抄。</translation>
    </message>
    <message>
        <source>{source}, as of {day}</source>
        <translation>来源：{source}，{day}</translation>
    </message>
    <message>
        <source>{minutes} minutes at your rate: {sum}</source>
        <translation>按您的话费单价，{minutes} 分钟约 {sum}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>What does a call cost?</source>
        <translation>这个电话收费吗？</translation>
    </message>
</context>
<context>
    <name>NumbersModel</name>
    <message>
        <source>Copied {day} from {place}</source>
        <translation>{day} 抄自 {place}</translation>
    </message>
</context>
<context>
    <name>OrderDialog</name>
    <message>
        <source>Paste text</source>
        <translation>粘贴文字</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>手工填写</translation>
    </message>
    <message>
        <source>Save order</source>
        <translation>保存订单</translation>
    </message>
    <message>
        <source>Change order</source>
        <translation>修改订单</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>新建订单</translation>
    </message>
    <message>
        <source>Select all on the order page of the app or web site, copy, paste here</source>
        <translation>从手机或网页的订单详情页全选复制，再粘贴到这里</translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation>仍然保存</translation>
    </message>
    <message>
        <source>This is not saved yet. Press Cancel once more to discard it.</source>
        <translation>还没有保存。再按一次“取消”就不保留了。</translation>
    </message>
    <message>
        <source>Open that order</source>
        <translation>打开已有订单</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>OrderFields</name>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>实付</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>Freight</source>
        <translation>运费</translation>
    </message>
    <message>
        <source>Courier</source>
        <translation>快递</translation>
    </message>
    <message>
        <source>Tracking no.</source>
        <translation>运单号</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>OrderHead</name>
    <message>
        <source>Copy the order number</source>
        <translation>复制订单号</translation>
    </message>
    <message>
        <source>More for this order</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>聊天</translation>
    </message>
    <message>
        <source>Next steps</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>投诉文本</translation>
    </message>
    <message>
        <source>Order {number}</source>
        <translation>订单 {number}</translation>
    </message>
    <message>
        <source>Chat {count}</source>
        <translation>聊天 {count}</translation>
    </message>
    <message>
        <source>Copied {number}</source>
        <translation>已复制 {number}</translation>
    </message>
    <message>
        <source>Log a contact…</source>
        <translation>记录一次联系…</translation>
    </message>
    <message>
        <source>Change order…</source>
        <translation>修改订单…</translation>
    </message>
    <message>
        <source>Seller details…</source>
        <translation>商家资料…</translation>
    </message>
    <message>
        <source>Export evidence bundle…</source>
        <translation>导出证据包…</translation>
    </message>
    <message>
        <source>Hash list for a timestamp…</source>
        <translation>散列值清单（交时间戳机构）…</translation>
    </message>
    <message>
        <source>Export deadlines to a calendar…</source>
        <translation>把时限导出到日历…</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>取消归档</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Delete order</source>
        <translation>删除订单</translation>
    </message>
</context>
<context>
    <name>OrderList</name>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
</context>
<context>
    <name>OrderLists</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>OrderPage</name>
    <message>
        <source>Order deleted; its evidence stays. Undo brings it back.</source>
        <translation>订单已删除，证据仍在。撤销可以恢复。</translation>
    </message>
</context>
<context>
    <name>OrderWords</name>
    <message>
        <source>The item itself</source>
        <translation>商品本身</translation>
    </message>
    <message>
        <source>Shipping and delivery</source>
        <translation>发货与物流</translation>
    </message>
    <message>
        <source>Return and refund</source>
        <translation>退货与退款</translation>
    </message>
    <message>
        <source>Price and promises</source>
        <translation>价格与承诺</translation>
    </message>
    <message>
        <source>Invoice and papers</source>
        <translation>发票与凭证</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>Conduct of the seller</source>
        <translation>商家行为</translation>
    </message>
    <message>
        <source>Just a question</source>
        <translation>只是咨询</translation>
    </message>
    <message>
        <source>the seller</source>
        <translation>商家</translation>
    </message>
    <message>
        <source>the platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>the special after-sales</source>
        <translation>专属售后</translation>
    </message>
    <message>
        <source>the payment service</source>
        <translation>支付平台</translation>
    </message>
    <message>
        <source>the courier</source>
        <translation>快递公司</translation>
    </message>
    <message>
        <source>the authority</source>
        <translation>监管部门</translation>
    </message>
    <message>
        <source>yourself, on the order page</source>
        <translation>自己在订单页操作</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>下单</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>发货</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>确认收货</translation>
    </message>
    <message>
        <source>Ordered at</source>
        <translation>下单时间</translation>
    </message>
    <message>
        <source>Paid at</source>
        <translation>付款时间</translation>
    </message>
    <message>
        <source>Shipped at</source>
        <translation>发货时间</translation>
    </message>
    <message>
        <source>Signed at</source>
        <translation>签收时间</translation>
    </message>
    <message>
        <source>Confirmed at</source>
        <translation>确认收货</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已签收</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>运输中</translation>
    </message>
    <message>
        <source>Paid for</source>
        <translation>已付款</translation>
    </message>
    <message>
        <source>Logged</source>
        <translation>已记录</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>The complaint is written from your answers</source>
        <translation>投诉文本由这些事实写成</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>去填写</translation>
    </message>
    <message>
        <source>Check evidence {numbers}</source>
        <translation>核对证据 {numbers}</translation>
    </message>
    <message>
        <source>A file is missing or differs from import; the record stays</source>
        <translation>找不到文件，或内容与导入时不同；记录仍在</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Keep the order page and the product page</source>
        <translation>存下订单详情和商品页</translation>
    </message>
    <message>
        <source>Sellers change pages; a screenshot of today stays as it is</source>
        <translation>商家会改页面，今天的截图不会变</translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation>补证据</translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation>暂时不用做什么</translation>
    </message>
    <message>
        <source>The proof is kept. If something goes wrong, start a complaint here</source>
        <translation>凭据已经留好。出了问题，从这里开始投诉</translation>
    </message>
    <message>
        <source>Start a complaint</source>
        <translation>开始投诉</translation>
    </message>
    <message>
        <source>Copy the complaint and send it</source>
        <translation>复制投诉文本并发送</translation>
    </message>
    <message>
        <source>All facts and the required evidence are there; start with the seller</source>
        <translation>事实和必需的证据都齐了，先联系商家</translation>
    </message>
    <message>
        <source>Write complaint</source>
        <translation>写投诉</translation>
    </message>
    <message>
        <source>This dispute is closed</source>
        <translation>这起纠纷已结束</translation>
    </message>
    <message>
        <source>Everything stays here, unchanged since import</source>
        <translation>资料都还在，自导入以来未改动</translation>
    </message>
    <message>
        <source>Wait for the answer and keep it as evidence</source>
        <translation>等待答复，并把答复存为证据</translation>
    </message>
    <message>
        <source>Text copied {at} for {channel}</source>
        <translation>{at} 已复制文本，渠道：{channel}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>required</source>
        <translation>必需</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>已齐</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新订单</translation>
    </message>
    <message>
        <source>Text copied for {channel}</source>
        <translation>复制了投诉文本，渠道：{channel}</translation>
    </message>
    <message>
        <source>before “{moment}”</source>
        <translation>早于“{moment}”</translation>
    </message>
    <message>
        <source>Ev. {number}</source>
        <translation>证据{number}</translation>
    </message>
    <message>
        <source>{name}, redacted</source>
        <translation>{name}（遮挡副本）</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>待补充</translation>
    </message>
    <message>
        <source>helpful</source>
        <translation>有帮助</translation>
    </message>
    <message>
        <source>File not found</source>
        <translation>找不到文件</translation>
    </message>
    <message>
        <source>Differs from import</source>
        <translation>内容与导入时不同</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Kept; no preview</source>
        <translation>已保存，暂时无法预览</translation>
    </message>
</context>
<context>
    <name>OrdersPage</name>
    <message>
        <source>No order is chosen</source>
        <translation>没有选中订单</translation>
    </message>
    <message>
        <source>Choose one in the list, or log a new one.</source>
        <translation>在列表里选一个，或新建一个订单。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Add evidence…</source>
        <translation>补证据…</translation>
    </message>
    <message>
        <source>Log a contact…</source>
        <translation>记录一次联系…</translation>
    </message>
    <message>
        <source>Change order…</source>
        <translation>修改订单…</translation>
    </message>
    <message>
        <source>Copy the order number</source>
        <translation>复制订单号</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>取消归档</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Delete order</source>
        <translation>删除订单</translation>
    </message>
    <message>
        <source>Order deleted; its evidence stays. Undo brings it back.</source>
        <translation>订单已删除，证据仍在。撤销可以恢复。</translation>
    </message>
</context>
<context>
    <name>OrdersPane</name>
    <message>
        <source>Shop, item, order no.</source>
        <translation>店铺、商品、订单号</translation>
    </message>
    <message>
        <source>Sort orders</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>新建订单</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新的在前</translation>
    </message>
    <message>
        <source>Highest amount first</source>
        <translation>金额高的在前</translation>
    </message>
    <message>
        <source>By shop</source>
        <translation>按店铺</translation>
    </message>
    <message>
        <source>By item</source>
        <translation>按商品</translation>
    </message>
    <message>
        <source>Paste order text</source>
        <translation>粘贴订单文字</translation>
    </message>
    <message>
        <source>Import a bill</source>
        <translation>导入账单</translation>
    </message>
    <message>
        <source>Log the first order</source>
        <translation>先记下第一笔订单</translation>
    </message>
    <message>
        <source>Paste the text of the order page; shop, amounts and times fill in.</source>
        <translation>粘贴订单详情页的文字，店铺、金额、时间会自动填好。</translation>
    </message>
    <message>
        <source>Show all orders</source>
        <translation>显示全部订单</translation>
    </message>
    <message>
        <source>No order here</source>
        <translation>这里没有订单</translation>
    </message>
    <message>
        <source>Nothing in this part of the list, or nothing with these words.</source>
        <translation>这一栏里没有订单，或没有符合这些字的订单。</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Open {count}</source>
        <translation>进行中 {count}</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>全部 {count}</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Solved as I asked</source>
        <translation>已按诉求解决</translation>
    </message>
    <message>
        <source>Solved in part</source>
        <translation>部分解决</translation>
    </message>
    <message>
        <source>Not solved</source>
        <translation>没有解决</translation>
    </message>
    <message>
        <source>I do not pursue it</source>
        <translation>不再追究</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>MMM</source>
        <translation>M月</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Back to Today</source>
        <translation>回到今日</translation>
    </message>
    <message>
        <source>Disputes</source>
        <translation>纠纷</translation>
    </message>
    <message>
        <source>Money in dispute</source>
        <translation>争议中的金额</translation>
    </message>
    <message>
        <source>Money recovered</source>
        <translation>已拿回的金额</translation>
    </message>
    <message>
        <source>Days to the end</source>
        <translation>解决用时</translation>
    </message>
    <message>
        <source>Contacts without a call</source>
        <translation>不用打电话的联系</translation>
    </message>
    <message>
        <source>By kind of problem</source>
        <translation>按问题类型</translation>
    </message>
    <message>
        <source>By shop</source>
        <translation>按店铺</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>按月份</translation>
    </message>
    <message>
        <source>Money by month</source>
        <translation>金额，按月份</translation>
    </message>
    <message>
        <source>How they ended</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Days to an answer, by channel</source>
        <translation>各渠道多久有答复</translation>
    </message>
    <message>
        <source>No dispute yet</source>
        <translation>还没有纠纷</translation>
    </message>
    <message>
        <source>Once a problem is recorded, its figures show here: how many, with whom, how much money.</source>
        <translation>记录问题后，这里会显示数量、店铺、金额和用时。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>暂无</translation>
    </message>
    <message numerus="yes">
        <source>%n closed</source>
        <translation>
            <numerusform>已结束 %n 起</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>进行中 %n 起</numerusform>
        </translation>
    </message>
    <message>
        <source>Half of the disputes took no longer</source>
        <translation>一半的纠纷不超过这个天数</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} 天</translation>
    </message>
    <message>
        <source>Kind of problem</source>
        <translation>问题类型</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Shop not known</source>
        <translation>店铺未知</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Month ({currency})</source>
        <translation>月份（{currency}）</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>诉求金额</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>已拿回</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>{days} days ({count} times)</source>
        <translation>{days} 天（{count} 次）</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>About {sum} saved, by the average cost of your calls</source>
        <translation>按您每次通话的平均费用估算，约省 {sum}</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) besides</source>
        <translation>
            <numerusform>另打过 %n 次电话</numerusform>
        </translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
</context>
<context>
    <name>PageSteps</name>
    <message>
        <source>Page before</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Page after</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>第 {page} 页，共 {pages} 页</translation>
    </message>
</context>
<context>
    <name>PassphraseFields</name>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>再输一遍</translation>
    </message>
    <message>
        <source>Show the passphrase</source>
        <translation>显示口令</translation>
    </message>
    <message>
        <source>At least {count} characters; several words are best.</source>
        <translation>至少 {count} 个字符，最好是几个词连起来。</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>两次输入不一样。</translation>
    </message>
</context>
<context>
    <name>PastedText</name>
    <message>
        <source>Select all on the order page, copy, and paste here</source>
        <translation>在订单详情页全选、复制，再粘贴到这里</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>粘贴的文字</translation>
    </message>
    <message>
        <source>Keep this text as evidence</source>
        <translation>原文作为一份证据保存</translation>
    </message>
    <message>
        <source>Order page {number}.txt</source>
        <translation>订单详情 {number}.txt</translation>
    </message>
</context>
<context>
    <name>PickOrderDialog</name>
    <message>
        <source>Choose an order</source>
        <translation>选择订单</translation>
    </message>
    <message>
        <source>Shop, item, order number</source>
        <translation>店铺、商品、订单号</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>PictureLimitsForm</name>
    <message>
        <source>no limit known</source>
        <translation>没有已知上限</translation>
    </message>
    <message>
        <source>Write number and name above each picture</source>
        <translation>在每张图片上方写编号和名称</translation>
    </message>
    <message>
        <source>No published limit is known here. Enter what the page says; the size is a cautious guess</source>
        <translation>这里没有公开的上限。请按页面提示填写；大小是保守的估计</translation>
    </message>
    <message>
        <source>Pictures at most</source>
        <translation>最多几张</translation>
    </message>
    <message>
        <source>Size of each at most</source>
        <translation>每张不超过</translation>
    </message>
</context>
<context>
    <name>PicturesDialog</name>
    <message>
        <source>Pictures for upload</source>
        <translation>上传用的图片</translation>
    </message>
    <message>
        <source>Change folder…</source>
        <translation>更改文件夹…</translation>
    </message>
    <message>
        <source>Progress of the pictures</source>
        <translation>图片写出进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>{title} pictures for upload</source>
        <translation>{title} 上传用图片</translation>
    </message>
    <message>
        <source>The originals are as they were</source>
        <translation>原件没有改动</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Where to write the pictures</source>
        <translation>图片写到哪里</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>存到</translation>
    </message>
</context>
<context>
    <name>PlaceRow</name>
    <message>
        <source>Save to</source>
        <translation>存到</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Save evidence bundle</source>
        <translation>保存证据包</translation>
    </message>
    <message>
        <source>Evidence bundle (*.zip)</source>
        <translation>证据包 (*.zip)</translation>
    </message>
</context>
<context>
    <name>PreviewCard</name>
    <message>
        <source>Encrypted</source>
        <translation>已加密</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>未加密</translation>
    </message>
</context>
<context>
    <name>ProgressCard</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>{title} {done} / {total} · {what}</source>
        <translation>{title} {done} / {total} · {what}</translation>
    </message>
</context>
<context>
    <name>ProgressRow</name>
    <message>
        <source>Progress of the export</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Collecting</source>
        <translation>正在准备</translation>
    </message>
    <message>
        <source>{percent} % · {file}</source>
        <translation>{percent} % · {file}</translation>
    </message>
</context>
<context>
    <name>PromiseList</name>
    <message>
        <source>Show in the chat</source>
        <translation>在聊天里查看</translation>
    </message>
</context>
<context>
    <name>PromisePane</name>
    <message>
        <source>{party} promised “{words}”. Was it kept?</source>
        <translation>{party}承诺“{words}”，兑现了吗？</translation>
    </message>
    <message>
        <source>Due {when}</source>
        <translation>期限 {when}</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>已兑现</translation>
    </message>
    <message>
        <source>Not kept</source>
        <translation>未兑现</translation>
    </message>
</context>
<context>
    <name>PromisedPane</name>
    <message>
        <source>Promised in chats</source>
        <translation>聊天中的承诺</translation>
    </message>
    <message>
        <source>Open the chat</source>
        <translation>打开聊天</translation>
    </message>
    <message>
        <source>The promise was kept</source>
        <translation>承诺已兑现</translation>
    </message>
    <message>
        <source>The promise was not kept</source>
        <translation>承诺未兑现</translation>
    </message>
    <message>
        <source>The promise is still open</source>
        <translation>承诺尚未到期</translation>
    </message>
    <message>
        <source>Remove from the log</source>
        <translation>从沟通记录移除</translation>
    </message>
    <message>
        <source>open</source>
        <translation>待兑现</translation>
    </message>
    <message>
        <source>by {due}</source>
        <translation>应在 {due} 前</translation>
    </message>
</context>
<context>
    <name>PurchaseForm</name>
    <message>
        <source>Before you buy</source>
        <translation>购买前检查</translation>
    </message>
    <message>
        <source>e.g. seven days without a reason, the buyer pays the postage</source>
        <translation>例如：支持七天无理由，退回运费由买家付</translation>
    </message>
    <message>
        <source>Return terms</source>
        <translation>退换规则</translation>
    </message>
    <message>
        <source>Keep a picture of the page…</source>
        <translation>保存商品页截图…</translation>
    </message>
</context>
<context>
    <name>PurchaseModel</name>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>not done</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>ticked on {day}</source>
        <translation>{day} 勾选</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>位置(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>ReadHints</name>
    <message>
        <source>Looks like</source>
        <translation>看上去是</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>实付</translation>
    </message>
    <message>
        <source>Freight</source>
        <translation>运费</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>Courier</source>
        <translation>快递公司</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>快递单号</translation>
    </message>
    <message>
        <source>Time left when taken</source>
        <translation>截图时剩余</translation>
    </message>
    <message>
        <source>The order says {value}</source>
        <translation>订单里是 {value}</translation>
    </message>
    <message>
        <source>{count} d</source>
        <translation>{count} 天</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} 小时</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} 分</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} 秒</translation>
    </message>
    <message>
        <source>Read in the picture; check it before you use it</source>
        <translation>从图片中读到，使用前请核对</translation>
    </message>
    <message>
        <source>Show where it stands in the picture</source>
        <translation>在图片中标出位置</translation>
    </message>
    <message>
        <source>Set this kind</source>
        <translation>设为这种类型</translation>
    </message>
    <message>
        <source>File in this order</source>
        <translation>归到这个订单</translation>
    </message>
    <message>
        <source>Enter in the order</source>
        <translation>填入订单</translation>
    </message>
    <message>
        <source>Put this in its place</source>
        <translation>改用这个</translation>
    </message>
</context>
<context>
    <name>ReadingStatus</name>
    <message numerus="yes">
        <source>Paused · text of %n picture(s) not read yet</source>
        <translation>
            <numerusform>已暂停 · 还有 %n 张图片未识别文字</numerusform>
        </translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Go on reading the text in pictures</source>
        <translation>继续识别图片文字</translation>
    </message>
    <message numerus="yes">
        <source>Text of %n picture(s) still to be read</source>
        <translation>
            <numerusform>还有 %n 张图片待识别文字</numerusform>
        </translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Pause reading the text in pictures</source>
        <translation>暂停识别图片文字</translation>
    </message>
</context>
<context>
    <name>RecentOrders</name>
    <message>
        <source>Recent orders</source>
        <translation>最近订单</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>全部 {count}</translation>
    </message>
</context>
<context>
    <name>RedactDialog</name>
    <message>
        <source>Redacted copy</source>
        <translation>遮挡副本</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>正在打开</translation>
    </message>
    <message>
        <source>The text in this picture has not been read yet. Suggestions come once it has; boxes can be drawn now.</source>
        <translation>这张图片的文字还没有读出，读出后会给出建议；现在可以先手工画框。</translation>
    </message>
    <message>
        <source>The part that reads text in pictures is not installed, so nothing can be suggested. Boxes can be drawn by hand.</source>
        <translation>没有安装识别图片文字的组件，给不出建议；手工画框不受影响。</translation>
    </message>
    <message>
        <source>The text in this picture could not be read. Look over the whole picture and draw boxes by hand.</source>
        <translation>这张图片的文字读不出来。请看一遍全图，手工画框。</translation>
    </message>
    <message>
        <source>Nothing private was found in the text of the picture. Look over the whole picture; boxes can be drawn by hand.</source>
        <translation>图片文字里没有找到私人信息，可能有遗漏。请看一遍全图，需要时手工画框。</translation>
    </message>
    <message>
        <source>Found by the text in the picture; something may be missing, so look over the whole picture.</source>
        <translation>按图片文字找出，可能有遗漏，请再看一遍全图。</translation>
    </message>
    <message>
        <source>Draw a box or tick a suggestion first</source>
        <translation>先画一个框，或勾选一处建议</translation>
    </message>
    <message>
        <source>Redacted copy kept as {number}</source>
        <translation>遮挡副本已存为{number}</translation>
    </message>
    <message>
        <source>Redacted copy kept</source>
        <translation>遮挡副本已保存</translation>
    </message>
    <message>
        <source>This picture cannot be opened here</source>
        <translation>这张图片无法在这里打开</translation>
    </message>
</context>
<context>
    <name>RedactFoot</name>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100%</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>RedactHead</name>
    <message>
        <source>Redacted copy</source>
        <translation>遮挡副本</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>副本预览</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原件</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Draw a box</source>
        <translation>画遮挡框</translation>
    </message>
    <message>
        <source>Drag on the picture, or press Enter to put a box in its middle (D)</source>
        <translation>在图上拖动画框，或按 Enter 在中间放一个（D）</translation>
    </message>
    <message>
        <source>Save copy</source>
        <translation>保存副本</translation>
    </message>
    <message>
        <source>Redacted copy · {name}</source>
        <translation>遮挡副本 · {name}</translation>
    </message>
    <message>
        <source>The original stays; covers go into a new copy</source>
        <translation>原件不会改动，遮挡只写入新的副本</translation>
    </message>
</context>
<context>
    <name>RedactSide</name>
    <message>
        <source>Cover all</source>
        <translation>全部遮挡</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>建议遮挡</translation>
    </message>
    <message>
        <source>Left open</source>
        <translation>保留不遮</translation>
    </message>
    <message>
        <source>Tracking and order numbers, weights, dates, amounts: they are the proof</source>
        <translation>运单号、订单号、重量、日期、金额：举证要用</translation>
    </message>
    <message>
        <source>The copy</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Solid black, one layer</source>
        <translation>纯黑实心，合并为一层</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>元数据</translation>
    </message>
    <message>
        <source>Place, device and hidden data removed</source>
        <translation>去除位置、设备等隐藏信息</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Original and copy are kept apart</source>
        <translation>原件与副本分开保存</translation>
    </message>
    <message>
        <source>made when saved</source>
        <translation>保存后生成</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原件</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>Both fingerprints are on record, which shows from which original the copy was made.</source>
        <translation>两者的指纹都记入保管记录，可以说明副本来自哪份原件。</translation>
    </message>
</context>
<context>
    <name>RedactionCanvas</name>
    <message>
        <source>Picture with boxes</source>
        <translation>图片与遮挡框</translation>
    </message>
    <message>
        <source>Box {place} of {count}: {width} × {height} pixels at {left}, {top}</source>
        <translation>第 {place} 个框，共 {count} 个：{width} × {height} 像素，位于 {left}, {top}</translation>
    </message>
</context>
<context>
    <name>RedactionCounts</name>
    <message numerus="yes">
        <source>%n place(s) suggested</source>
        <translation>
            <numerusform>建议遮挡 %n 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n box(es) drawn by hand</source>
        <translation>
            <numerusform>另有手工遮挡框 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RedactionWords</name>
    <message>
        <source>Phone number</source>
        <translation>电话号码</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Nickname or account</source>
        <translation>昵称或账号</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>Bank card</source>
        <translation>银行卡</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>已遮挡</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>建议</translation>
    </message>
</context>
<context>
    <name>Remembered</name>
    <message numerus="yes">
        <source>%n more to save or check</source>
        <translation>
            <numerusform>还有 %n 项要保存或检查</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reminders</name>
    <message>
        <source>{party} promised “{words}”: due</source>
        <translation>{party}承诺的“{words}”已到期</translation>
    </message>
    <message>
        <source>Time is over: {what}</source>
        <translation>时限已到：{what}</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>What was added</source>
        <translation>导入结果</translation>
    </message>
    <message numerus="yes">
        <source>%n more; copy the list to see them all</source>
        <translation>
            <numerusform>还有 %n 项；复制清单可以看到全部</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>复制清单</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) added</source>
        <translation>
            <numerusform>已加入 %n 份</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n here already</source>
        <translation>
            <numerusform>%n 份已有</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not added; the others are fine</source>
        <translation>
            <numerusform>%n 份没有导入，其余文件不受影响</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attachment(s) kept beside the mail: {names}</source>
        <translation>
            <numerusform>%n 个附件已随邮件一起存为证据：{names}</numerusform>
        </translation>
    </message>
    <message>
        <source>Same content as {name} of “{order}”; kept once</source>
        <translation>与“{order}”的{name}内容相同，只保存一份</translation>
    </message>
    <message>
        <source>Its content was here already and is kept once; filed here as {name}</source>
        <translation>内容已在证据库中，只保存一份；已加入关联，编为 {name}</translation>
    </message>
    <message>
        <source>Same content as {name}; kept once</source>
        <translation>与 {name} 内容相同，只保存一份</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Restore from a backup</source>
        <translation>从备份恢复</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Only check it</source>
        <translation>只检查</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Name a folder to restore to.</source>
        <translation>请写明恢复到哪个文件夹。</translation>
    </message>
    <message>
        <source>Looking into {name}…</source>
        <translation>正在查看 {name}…</translation>
    </message>
    <message>
        <source>Progress of the restore</source>
        <translation>恢复进度</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Every byte is as it was backed up.</source>
        <translation>逐字节核对，与备份时完全一致。</translation>
    </message>
</context>
<context>
    <name>RestorePlace</name>
    <message>
        <source>Into a new folder, and open it</source>
        <translation>放进新文件夹，并打开它</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>In place of the library that is open now</source>
        <translation>代替现在打开的证据库</translation>
    </message>
    <message>
        <source>Also fill my data for texts and my own rules where they are empty here</source>
        <translation>同时补上这里还空着的签名资料和自定规则</translation>
    </message>
    <message>
        <source>Folder to restore to</source>
        <translation>恢复到的文件夹</translation>
    </message>
    <message>
        <source>It is kept beside the new one under another name: {folder}</source>
        <translation>现在的会改名保留在旁边：{folder}</translation>
    </message>
    <message>
        <source>restored-{day}</source>
        <translation>恢复-{day}</translation>
    </message>
    <message>
        <source>Choose a new or empty folder</source>
        <translation>选择新文件夹或空文件夹</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>恢复到</translation>
    </message>
</context>
<context>
    <name>ResultPane</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Seal of the bundle (SHA-256)</source>
        <translation>证据包的封印（SHA-256）</translation>
    </message>
    <message>
        <source>Send the seal to yourself or to the other side: later it shows that this bundle was not changed since. It does not show that the content is true, and it is no trusted timestamp</source>
        <translation>把封印发给自己或对方留底，以后可以说明这个包从那时起没有改动。它不说明内容属实，也不能代替可信时间戳</translation>
    </message>
    <message>
        <source>{evidence}: the original was left out, and the list says why</source>
        <translation>{evidence}的原件没有放入，清单里写明了原因</translation>
    </message>
</context>
<context>
    <name>SearchDialog</name>
    <message>
        <source>Search everything</source>
        <translation>搜索全部</translation>
    </message>
    <message>
        <source>Orders, evidence, words in chats and pictures</source>
        <translation>订单、证据，以及聊天和图片里的文字</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Try fewer or shorter words: one character is enough.</source>
        <translation>换成更少、更短的词试试，一个字也可以。</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) are still being read; more may be found</source>
        <translation>
            <numerusform>还有 %n 项正在读取，稍后可能找到更多</numerusform>
        </translation>
    </message>
    <message>
        <source>There is more. Another word narrows it down.</source>
        <translation>结果不止这些，再加一个词可以缩小范围。</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter open · Esc close</source>
        <translation>↑ ↓ 选择 · Enter 打开 · Esc 关闭</translation>
    </message>
    <message>
        <source>This cannot be looked for yet</source>
        <translation>暂时无法查找</translation>
    </message>
    <message>
        <source>Orders, sellers, evidence, contacts and sent texts, and every word read in chats, documents and pictures. One character, a part of an order number or the pinyin initials of a shop are enough.</source>
        <translation>可以找订单、商家、证据、沟通记录和已提交的文本，以及聊天、文档和图片里读到的文字。一个字、订单号里的几位、店名的拼音首字母都可以。</translation>
    </message>
    <message>
        <source>“word for word”   -without
kind:chat   order:166318   date:2026-11   after:2026-11-01</source>
        <translation>“连在一起的话”   -不要的词
类型:聊天   订单:166318   日期:2026-11   之后:2026-11-01</translation>
    </message>
    <message>
        <source>Find everything again</source>
        <translation>找回一切</translation>
    </message>
</context>
<context>
    <name>SearchWords</name>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Sellers</source>
        <translation>商家</translation>
    </message>
    <message>
        <source>Evidence and chats</source>
        <translation>证据和聊天</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>沟通记录</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Disputes</source>
        <translation>纠纷</translation>
    </message>
    <message>
        <source>Texts that were sent</source>
        <translation>已提交的文本</translation>
    </message>
    <message>
        <source>no order yet</source>
        <translation>未归到订单</translation>
    </message>
    <message>
        <source>Order {number}</source>
        <translation>订单 {number}</translation>
    </message>
</context>
<context>
    <name>SellerCard</name>
    <message>
        <source>Earlier disputes with this shop</source>
        <translation>和这家店以前的纠纷</translation>
    </message>
    <message>
        <source>Earlier with this shop</source>
        <translation>这家店以前的情况</translation>
    </message>
    <message>
        <source>Show all {count}</source>
        <translation>全部 {count} 起</translation>
    </message>
    <message numerus="yes">
        <source>%n dispute(s) with other orders</source>
        <translation>
            <numerusform>其他订单有 %n 起纠纷</numerusform>
        </translation>
    </message>
    <message>
        <source>{disputes}, {sum} recovered in all</source>
        <translation>{disputes}，共拿回 {sum}</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>语言与外观</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>界面语言</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Language of complaints</source>
        <translation>投诉文本的语言</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>证据库</translation>
    </message>
    <message>
        <source>Folder of the library</source>
        <translation>证据库文件夹</translation>
    </message>
    <message>
        <source>The library is not encrypted. Do not put it into a folder that a cloud service synchronises.</source>
        <translation>证据库没有加密，请不要放进会自动同步到云端的文件夹。</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Libraries…</source>
        <translation>证据库…</translation>
    </message>
    <message>
        <source>Backup and restore</source>
        <translation>备份与恢复</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>备份…</translation>
    </message>
    <message>
        <source>Restore from a backup…</source>
        <translation>从备份恢复…</translation>
    </message>
    <message>
        <source>never</source>
        <translation>不提醒</translation>
    </message>
    <message>
        <source>Suggest a backup on Today after so many weeks with new evidence</source>
        <translation>有新证据、隔几周没有备份时在“今日”提醒</translation>
    </message>
    <message>
        <source>Text in pictures</source>
        <translation>图片文字</translation>
    </message>
    <message>
        <source>Make the text in pictures searchable</source>
        <translation>图片文字可搜索</translation>
    </message>
    <message>
        <source>Read in the background, on this computer only. What is read helps you find things; it is never entered by itself.</source>
        <translation>在后台识别，只在这台电脑上进行。识别结果用于搜索和提示，不会自动填入任何地方。</translation>
    </message>
    <message>
        <source>For signed texts (12315, consumer association)</source>
        <translation>用于需要署名的文本（12315、消费者协会）</translation>
    </message>
    <message>
        <source>Used only in texts that need your name. It stays on this computer; what is empty is left out.</source>
        <translation>只在需要署名的文本里使用，留在这台电脑上；没填的不会写入。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Calls and reminders</source>
        <translation>通话与提醒</translation>
    </message>
    <message>
        <source>Used to estimate what calls cost. Both stand in your phone plan.</source>
        <translation>用来估算话费，可在您的手机套餐里查到。</translation>
    </message>
    <message>
        <source>Your rate, yuan per minute</source>
        <translation>每分钟话费（元）</translation>
    </message>
    <message>
        <source>Minutes your plan includes each month</source>
        <translation>套餐每月包含的分钟数</translation>
    </message>
    <message>
        <source>Also remind me with messages of the system</source>
        <translation>同时用系统通知提醒</translation>
    </message>
    <message>
        <source>This is no amount. Write it like {example}.</source>
        <translation>这不是金额。请写成 {example} 这样的格式。</translation>
    </message>
</context>
<context>
    <name>ShopPicker</name>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>In lists and texts</source>
        <translation>列表与文本里</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>SideBar</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>联系渠道</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Open disputes</source>
        <translation>进行中的纠纷</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>KeepProof</source>
        <translation>留证</translation>
    </message>
    <message>
        <source>No evidence yet</source>
        <translation>还没有证据</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) missing or different</source>
        <translation>
            <numerusform>%n 份找不到或有变化</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) kept</source>
        <translation>
            <numerusform>已保存 %n 份证据</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged since import</source>
        <translation>
            <numerusform>%n 份自导入以来未改动</numerusform>
        </translation>
    </message>
    <message>
        <source>Check integrity now</source>
        <translation>现在核验</translation>
    </message>
    <message>
        <source>Last checked {at}. Check again now</source>
        <translation>上次核验 {at}，点击重新核验</translation>
    </message>
    <message>
        <source>check it</source>
        <translation>需核验</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n 项未填</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>缺 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等回复</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>可复制</translation>
    </message>
</context>
<context>
    <name>StageStrip</name>
    <message>
        <source>Stages of this order</source>
        <translation>订单的各个阶段</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>Opening the library…</source>
        <translation>正在打开证据库…</translation>
    </message>
    <message>
        <source>The library was restored. The one before is kept at {folder}</source>
        <translation>证据库已恢复。原来的保留在 {folder}</translation>
    </message>
</context>
<context>
    <name>StartPane</name>
    <message>
        <source>Describe it in a word: late, broken, refund</source>
        <translation>用一个词描述：晚发、破损、退款</translation>
    </message>
    <message>
        <source>Kinds of problems</source>
        <translation>问题类型</translation>
    </message>
    <message>
        <source>Choose the kind that fits best; the complaint is then written from a few answers.</source>
        <translation>选最贴近的一类，填几项事实就能写出投诉文本。</translation>
    </message>
    <message>
        <source>What went wrong?</source>
        <translation>出了什么问题？</translation>
    </message>
</context>
<context>
    <name>StatementEditor</name>
    <message>
        <source>Your wording</source>
        <translation>你的写法</translation>
    </message>
    <message>
        <source>Use my wording</source>
        <translation>用我的写法</translation>
    </message>
    <message>
        <source>Generated wording</source>
        <translation>恢复原句</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Reword this sentence for this channel</source>
        <translation>改写这句话，只用于这个渠道</translation>
    </message>
    <message>
        <source>The facts have changed since you reworded this sentence</source>
        <translation>改写这句话之后，事实有变化</translation>
    </message>
    <message>
        <source>From the facts it now reads: {words}</source>
        <translation>按现在的事实应为：{words}</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的写法</translation>
    </message>
</context>
<context>
    <name>StepWords</name>
    <message>
        <source>Make sure that it is settled</source>
        <translation>确认是否真的解决</translation>
    </message>
    <message>
        <source>Once the money or the goods are there, close the dispute</source>
        <translation>到账或收到货后，再结束这件事</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation>补证据</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>已承诺</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>可以进行</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>as on the page</source>
        <translation>页面倒计时</translation>
    </message>
    <message>
        <source>Was it kept? “{words}”</source>
        <translation>“{words}”兑现了吗</translation>
    </message>
    <message>
        <source>{party} promised it; the time for it is over</source>
        <translation>{party}承诺的期限已到</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>去登记</translation>
    </message>
    <message>
        <source>Wait for what was promised: “{words}”</source>
        <translation>等待兑现：“{words}”</translation>
    </message>
    <message>
        <source>{party} promised it</source>
        <translation>{party}的承诺</translation>
    </message>
    <message>
        <source>Prepare text</source>
        <translation>准备文本</translation>
    </message>
    <message>
        <source>Contact the seller first</source>
        <translation>先联系商家</translation>
    </message>
    <message>
        <source>All facts and the required evidence are there; {channel} is free</source>
        <translation>事实和必需的证据都齐了；{channel}免费</translation>
    </message>
    <message>
        <source>Go on with {channel}</source>
        <translation>换下一步：{channel}</translation>
    </message>
    <message>
        <source>It comes first and costs nothing</source>
        <translation>这一步免费，先从这里开始</translation>
    </message>
    <message>
        <source>Copy the complaint and send it</source>
        <translation>复制投诉文本并提交</translation>
    </message>
    <message>
        <source>All facts and the required evidence are there; {channel} comes first</source>
        <translation>事实和必需的证据都齐了，先走{channel}</translation>
    </message>
</context>
<context>
    <name>SubmissionDialog</name>
    <message>
        <source>Copied texts</source>
        <translation>复制记录</translation>
    </message>
    <message>
        <source>The text as it was copied</source>
        <translation>复制时的正文</translation>
    </message>
    <message>
        <source>Ticket number</source>
        <translation>工单号</translation>
    </message>
    <message>
        <source>The number the other side gave</source>
        <translation>对方给的编号</translation>
    </message>
    <message>
        <source>Copy again</source>
        <translation>再次复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>These are the words exactly as they were copied; they do not change.</source>
        <translation>这里是复制时的原文，不会再变。</translation>
    </message>
</context>
<context>
    <name>TaskGroup</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>还有 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextCard</name>
    <message>
        <source>Copy selection</source>
        <translation>复制所选</translation>
    </message>
    <message>
        <source>Open {number}</source>
        <translation>打开{number}</translation>
    </message>
    <message>
        <source>Compare wordings</source>
        <translation>对照两种写法</translation>
    </message>
    <message>
        <source>Reword this sentence</source>
        <translation>改写这句话</translation>
    </message>
    <message>
        <source>Use the generated wording</source>
        <translation>恢复原句</translation>
    </message>
</context>
<context>
    <name>TextCounts</name>
    <message>
        <source>characters</source>
        <translation>字</translation>
    </message>
    <message>
        <source>bytes {encoding}</source>
        <translation>字节 {encoding}</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>张附图</translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of evidence cited</source>
        <translation>
            <numerusform>已引用 %n 份证据</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent as {count} messages of at most {each} characters:</source>
        <translation>分 {count} 条发送，每条不超过 {each} 字：</translation>
    </message>
    <message>
        <source>Sent as {count} messages:</source>
        <translation>分 {count} 条发送：</translation>
    </message>
    <message>
        <source>Copy {place}</source>
        <translation>复制第 {place} 条</translation>
    </message>
    <message numerus="yes">
        <source>%n sentence(s) left out</source>
        <translation>
            <numerusform>已省略 %n 句</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message numerus="yes">
        <source>over for %n day(s)</source>
        <translation>
            <numerusform>已过 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>over for %n hour(s)</source>
        <translation>
            <numerusform>已过 %n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>over for %n minute(s)</source>
        <translation>
            <numerusform>已过 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>剩 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) left</source>
        <translation>
            <numerusform>剩 %n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>剩 %n 分钟</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimelineCard</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>联系</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Evidence {number}</source>
        <translation>证据{number}</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Search everything  Ctrl+K</source>
        <translation>搜索订单、证据、文字  Ctrl+K</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>新建订单</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>今天到期</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>Waiting for others</source>
        <translation>等待对方</translation>
    </message>
    <message>
        <source>No order yet</source>
        <translation>暂不归到订单</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <translation>M月d日 dddd</translation>
    </message>
    <message numerus="yes">
        <source>%n open dispute(s)</source>
        <translation>
            <numerusform>%n 起纠纷进行中</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is waiting for you</source>
        <translation>现在没有要处理的事</translation>
    </message>
    <message>
        <source>New orders and disputes show their next step here.</source>
        <translation>新订单和纠纷的下一步会显示在这里。</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>KeepProof</source>
        <translation>留证</translation>
    </message>
</context>
<context>
    <name>UnfiledCard</name>
    <message>
        <source>Sort</source>
        <translation>整理</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) in no order yet</source>
        <translation>
            <numerusform>%n 份证据还没归到订单</numerusform>
        </translation>
    </message>
    <message>
        <source>Last added {at}</source>
        <translation>最近添加 {at}</translation>
    </message>
</context>
<context>
    <name>UploadCounts</name>
    <message numerus="yes">
        <source>cut into %n picture(s)</source>
        <translation>
            <numerusform>切成 %n 张</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n 张图片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %n piece(s) of evidence</source>
        <translation>
            <numerusform>来自 %n 份证据</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them sheet(s) with several</source>
        <translation>
            <numerusform>其中合图 %n 张</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) do not go out</source>
        <translation>
            <numerusform>%n 份没有放入</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n redacted copy(ies)</source>
        <translation>
            <numerusform>遮挡副本 %n 份</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) written</source>
        <translation>
            <numerusform>已写出 %n 张图片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write %n picture(s)</source>
        <translation>
            <numerusform>写出 %n 张图片</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UploadList</name>
    <message>
        <source>Evidence to go out</source>
        <translation>要交出去的证据</translation>
    </message>
</context>
<context>
    <name>UploadWords</name>
    <message>
        <source>redacted copy</source>
        <translation>遮挡副本</translation>
    </message>
    <message>
        <source>damaged, what can be read of it</source>
        <translation>有损坏，只有能读出的部分</translation>
    </message>
    <message>
        <source>first page only</source>
        <translation>只放第 1 页</translation>
    </message>
    <message>
        <source>stays here</source>
        <translation>不放</translation>
    </message>
    <message>
        <source>on sheet {sheets}</source>
        <translation>在合图 {sheets}</translation>
    </message>
    <message>
        <source>on its own</source>
        <translation>单独一张</translation>
    </message>
</context>
<context>
    <name>VerifyDialog</name>
    <message>
        <source>Check integrity</source>
        <translation>核验</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>正在核验</translation>
    </message>
    <message>
        <source>Progress of the check</source>
        <translation>核验进度</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>“Unchanged” means byte for byte as imported. It does not say whether the content is true, and it does not replace a notary or a trusted timestamp</source>
        <translation>“未改动”指文件与导入时逐字节相同。它不说明内容是否真实，也不能代替公证或可信时间戳</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>有变化的文件</translation>
    </message>
    <message>
        <source>{done} of {total} · {what}</source>
        <translation>{done} / {total} · {what}</translation>
    </message>
    <message>
        <source>Result of the check</source>
        <translation>核验结果</translation>
    </message>
    <message>
        <source>{at} · {count} item(s) · {seconds} s</source>
        <translation>{at} · {count} 份 · 用时 {seconds} 秒</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>unchanged since import</source>
        <translation>自导入以来未改动</translation>
    </message>
    <message>
        <source>content differs</source>
        <translation>内容有变化</translation>
    </message>
    <message>
        <source>file not found</source>
        <translation>找不到文件</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>读不出来</translation>
    </message>
    <message>
        <source>The folder with the originals cannot be reached</source>
        <translation>现在打不开存放原件的文件夹</translation>
    </message>
    <message>
        <source>Nothing was marked as missing. Connect the disk or make the folder available, then check again</source>
        <translation>没有把任何文件记为丢失。请接上磁盘或恢复文件夹，再核验一次</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) are not as they were imported</source>
        <translation>
            <numerusform>%n 份与导入时不同或找不到</numerusform>
        </translation>
    </message>
    <message>
        <source>The records stay and nothing was removed. A backup may still hold the file; import it again and it is recognised by its fingerprint</source>
        <translation>记录仍在，没有删除任何内容。备份里如果还有这个文件，重新导入即可，指纹相同就会认出来</translation>
    </message>
    <message>
        <source>The custody log is unbroken: every entry follows from the one before</source>
        <translation>保管记录前后一致，逐条相扣</translation>
    </message>
    <message>
        <source>The custody log does not follow from entry {place} on</source>
        <translation>保管记录从第 {place} 条起前后不一致</translation>
    </message>
    <message>
        <source>Somebody or something changed the database outside KeepProof. Keep a copy of it as it is now</source>
        <translation>数据库在留证之外被改动过。请先把现在的样子复制一份留存</translation>
    </message>
    <message>
        <source>The check could not be finished</source>
        <translation>核验没有做完</translation>
    </message>
</context>
<context>
    <name>VerifyModel</name>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Fingerprint at import</source>
        <translation>导入时指纹</translation>
    </message>
    <message>
        <source>File not found</source>
        <translation>找不到文件</translation>
    </message>
    <message>
        <source>Content differs</source>
        <translation>内容有变化</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>读不出来</translation>
    </message>
</context>
<context>
    <name>ViewerDialog</name>
    <message>
        <source>The picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Text of the file</source>
        <translation>文件里的文字</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一份</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一份</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Open original</source>
        <translation>打开原件</translation>
    </message>
    <message>
        <source>Redacted copy…</source>
        <translation>遮挡副本…</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>正在打开</translation>
    </message>
    <message>
        <source>Another program can open the original</source>
        <translation>可以用其他程序打开原件</translation>
    </message>
    <message>
        <source>Kept; no preview</source>
        <translation>已保存，暂时无法预览</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>看文字</translation>
    </message>
    <message>
        <source>As picture</source>
        <translation>看原貌</translation>
    </message>
</context>
<context>
    <name>WarningList</name>
    <message numerus="yes">
        <source>%n thing(s) to look at</source>
        <translation>
            <numerusform>%n 条提醒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>还有 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>收起</translation>
    </message>
</context>
<context>
    <name>WatchSettings</name>
    <message>
        <source>Watch a folder for new screenshots</source>
        <translation>留意一个文件夹里的新截图</translation>
    </message>
    <message>
        <source>Watched folder</source>
        <translation>留意的文件夹</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Keep them at once, in no order yet</source>
        <translation>自动保存到“未归类”</translation>
    </message>
    <message>
        <source>New pictures and recordings are offered for filing. They are copied, never moved or deleted; nothing is kept unless you say so.</source>
        <translation>有新图片、录屏时提示归到订单。只复制，不移动、不删除；您不同意就不保存。</translation>
    </message>
    <message>
        <source>New screenshots</source>
        <translation>新截图</translation>
    </message>
    <message>
        <source>This is the library's own folder. Choose another one.</source>
        <translation>这是证据库自己的文件夹，请另选一个。</translation>
    </message>
    <message>
        <source>Choose the folder with your screenshots</source>
        <translation>选择放截图的文件夹</translation>
    </message>
</context>
<context>
    <name>Watching</name>
    <message>
        <source>Keeping new screenshots</source>
        <translation>正在保存新截图</translation>
    </message>
    <message numerus="yes">
        <source>%n new screenshot(s) kept</source>
        <translation>
            <numerusform>已保存 %n 张新截图</numerusform>
        </translation>
    </message>
    <message>
        <source>Could not note which screenshots were seen: {error}</source>
        <translation>没能记下看过哪些截图：{error}</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>New order</source>
        <translation>新建订单</translation>
    </message>
    <message>
        <source>Enter the number and fill in the rest</source>
        <translation>填写订单号，逐项补全</translation>
    </message>
    <message>
        <source>Paste order text</source>
        <translation>粘贴订单文字</translation>
    </message>
    <message>
        <source>Copied from the order page, read for you</source>
        <translation>从订单详情页复制，自动识别</translation>
    </message>
    <message>
        <source>Open the example</source>
        <translation>打开示例</translation>
    </message>
    <message>
        <source>An invented dispute you can delete at any time</source>
        <translation>一起虚构的纠纷，随时可删除</translation>
    </message>
    <message>
        <source>Keep your proof, and say it clearly when needed</source>
        <translation>把网购的凭据留好，需要时说得清楚</translation>
    </message>
    <message>
        <source>Everything stays on this computer: no network, no account.</source>
        <translation>全部资料留在这台电脑上，不联网，不需要账号。</translation>
    </message>
    <message>
        <source>Keep the originals</source>
        <translation>留住原件</translation>
    </message>
    <message>
        <source>Screenshots, chats, photos and videos by order, each with a fingerprint.</source>
        <translation>截图、聊天、照片、视频按订单归档，并记录导入时的指纹。</translation>
    </message>
    <message>
        <source>See what is missing</source>
        <translation>看出还缺什么</translation>
    </message>
    <message>
        <source>Which proof each kind of problem needs, and why; free channels first.</source>
        <translation>按问题类型列出要准备的证据和原因，先走免费的渠道。</translation>
    </message>
    <message>
        <source>Have a text to paste</source>
        <translation>写成一段能直接粘贴的话</translation>
    </message>
    <message>
        <source>Every sentence names its evidence and fits the channel.</source>
        <translation>每句话都对应证据编号，字数按渠道控制。</translation>
    </message>
</context>
</TS>
