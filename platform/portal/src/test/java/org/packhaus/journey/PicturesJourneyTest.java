package org.packhaus.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.packhaus.demo.RunningDemo;

/**
 * The guide's pictures. With {@code -Dpackhaus.pictures=DIR} all of them are made there, in a folder for each language; without it, one of
 * each language is made and thrown away.
 */
@Journey
class PicturesJourneyTest {
    private static final Path GUIDE = Path.of("../../docs/user-guide");
    private static final Pattern NAMED = Pattern.compile("images/guide/(\\w+)/([\\w-]+)\\.png");
    private static final String SELLER = "Lager 16";

    /** Where the demo stood on the machine that made the pictures helps no reader. */
    private static final String AT_HOME = """
        path => {
            const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (texts.nextNode()) {
                texts.currentNode.data = texts.currentNode.data.replaceAll(path, '/var/lib/packhaus');
            }
        }
        """;

    /** What the guide has no picture of: what only leads on, needs a link, or shows nobody's work. */
    private static final Set<Screen> NOT_PICTURED = EnumSet.of(
            Screen.WELCOME,
            Screen.JOIN,
            Screen.START,
            Screen.SET_UP_AGAIN,
            Screen.CLAIMS,
            Screen.RETURNS,
            Screen.BENCH,
            Screen.CASES,
            Screen.CASE);

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "zh"})
    void theGuideNamesThePicturesThatAreMade(String language) throws IOException {
        assertThat(NAMED.matcher(Files.readString(GUIDE.resolve(language).resolve("README.md")))
                        .results()
                        .peek(named -> assertThat(named.group(1)).isEqualTo(language))
                        .map(named -> named.group(2)))
                .containsExactlyInAnyOrderElementsOf(
                        pictured().stream().map(Screen::picture).toList());
    }

    @Test
    void theReadmeShowsPicturesOfTheGuide() throws IOException {
        var shown = NAMED.matcher(Files.readString(Path.of("../../README.md")))
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(shown).isNotEmpty().allMatch(picture -> Files.exists(Path.of("../../docs", picture)));
    }

    @Test
    void picturesAreMade(House house, @TempDir Path thrownAway) throws Exception {
        var wanted = System.getProperty("packhaus.pictures", "");
        var folder = wanted.isEmpty() ? thrownAway : Path.of(wanted);
        List<Screen> screens = wanted.isEmpty() ? List.of(Screen.ORDERS) : pictured();
        if (!wanted.isEmpty()) {
            aDayHasPassed(house);
        }
        for (var language : List.of(Locale.ENGLISH, Locale.GERMAN, Locale.CHINESE)) {
            var door = house.desk(language);
            var desk = house.administrator(language);
            for (var screen : screens) {
                var file = folder.resolve(language.getLanguage()).resolve(screen.picture() + ".png");
                picture(screen == Screen.LOGIN ? door : desk, screen, house.demo(), file);
                var picture = ImageIO.read(file.toFile());
                assertThat(List.of(picture.getWidth(), picture.getHeight()))
                        .as(file.toString())
                        .containsExactly(1440, 900);
            }
        }
    }

    private static List<Screen> pictured() {
        return Arrays.stream(Screen.values())
                .filter(screen -> !NOT_PICTURED.contains(screen))
                .collect(Collectors.toList());
    }

    /** So that no screen is empty: labels, a batch with something to mend, parcels under way. */
    private static void aDayHasPassed(House house) {
        var demo = house.demo();
        demo.buyersOrder(SELLER, 24, 16);
        demo.hastyBuyersOrder(SELLER, 2, 16);
        var here = "seller=" + demo.seller(SELLER);
        var desk = house.administrator();
        OrderList.open(desk, "tab=to-ship&" + here).hasRows().chooseAll().book().runsOut();
        OrderList.open(desk, "tab=label-printed&" + here)
                .hasRows()
                .chooseAll()
                .confirm()
                .runsOut();
        OrderList.open(desk, "tab=problem&" + here).hasRows().chooseAll().book().runsOut();
        demo.buyersOrder(SELLER, 9, 17);
        OrderList.open(desk, "tab=to-ship&" + here).hasRows().chooseAll().book().runsOut();
    }

    private static void picture(Desk desk, Screen screen, RunningDemo demo, Path file) throws Exception {
        desk.go(screen, new Places(demo).of(screen));
        desk.page()
                .waitForFunction(
                        "() => [...document.images].every(image => image.complete) && document.fonts.status ==="
                                + " 'loaded'");
        desk.page().evaluate(AT_HOME, demo.data().toString());
        Files.createDirectories(file.getParent());
        desk.page().screenshot(new Page.ScreenshotOptions().setPath(file));
        quantise(file);
    }

    /** A third of the size for the eye's same picture, where the program for it is. */
    private static void quantise(Path file) throws IOException, InterruptedException {
        if (List.of("/usr/bin/pngquant", "/usr/local/bin/pngquant").stream()
                .map(Path::of)
                .anyMatch(Files::isExecutable)) {
            new ProcessBuilder(
                            "pngquant",
                            "--force",
                            "--skip-if-larger",
                            "--strip",
                            "--output",
                            file.toString(),
                            file.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
        }
    }
}
