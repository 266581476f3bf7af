"""Small files of other kinds for the fuzzer to start from; all made here."""

from __future__ import annotations

import io

from PIL import Image

PAGE = (
    "<!doctype html><html><head><title>订单详情</title><style>a{}</style></head><body><h1>订单</h1>"
    "<p>实付款 <b>￥9</b>&nbsp;&#20803;</p><script>x<1</script><table><tr><td>a</td></tr></table></body>"
).encode()
MAILS = (
    (
        b"From: =?utf-8?B?5bCP5bqX?= <shop@example.com>\r\nTo: me@example.com\r\n"
        b"Date: Tue, 10 Nov 2026 21:06:00 +0800\r\nSubject: =?gb18030?B?tqm1pQ==?=\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; charset=gb18030\r\n"
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n=B6=A9=B5=A5 paid\r\n--x\r\n"
        b'Content-Type: text/plain; name="a.txt"\r\nContent-Disposition: attachment; filename="a.txt"\r\n\r\n'
        b"attached\r\n--x--\r\n"
    ),
    b"From: a@b\nSubject: b\nContent-Type: message/rfc822\n\nFrom: c@d\nSubject: inner\n\nhello\n",
)


def pictures() -> dict[str, bytes]:
    """Draw the same small picture in each format whose header Pillow reads itself."""
    image = Image.new("RGB", (8, 6), "red")
    image.paste("blue", (0, 0, 4, 3))
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8769)[0x9003] = "2026:11:01 18:20:00"
    found = {}
    for name in ("png", "jpeg", "gif", "webp", "bmp", "tiff", "ico"):
        out = io.BytesIO()
        more = {"exif": exif} if name in {"png", "jpeg", "webp", "tiff"} else {}
        image.save(out, name, **more)
        found[name] = out.getvalue()
    return found
