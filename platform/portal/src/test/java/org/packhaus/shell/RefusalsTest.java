package org.packhaus.shell;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.packhaus.Refusal;
import org.packhaus.document.Unprintable;
import org.packhaus.plugin.PluginMissing;

/** Whoever is refused something reads why in their own language. Read from the compiled rooms, so no code is forgotten. */
class RefusalsTest {
    private static final String REFUSAL = "org/packhaus/Refusal";
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern GAP = Pattern.compile("\\{(\\d+)");

    /** No refusals themselves, but given on as they are. */
    private static final Set<String> ALIKE =
            Set.of("org/packhaus/print/PrintService$LeftOut", "org/packhaus/plugin/PluginRefused");

    /** Their words stand elsewhere: what others refuse has the same codes. */
    private static final Map<String, String> KEYS = Map.of(
            "org/packhaus/casework/CaseException", "case.refused.", "org/packhaus/desk/DeskException", "problem.");

    private static List<ClassModel> classes = List.of();
    private static Set<String> refusals = Set.of();

    /**
     * Where something is refused.
     *
     * @param named how many names come with it
     */
    private record Site(String where, String type, List<String> texts, int named) {
        /** The first text is the code; where one of two is chosen, the other follows. */
        List<String> codes() {
            return texts.isEmpty() || !CODE.matcher(texts.getFirst()).matches()
                    ? List.of()
                    : texts.stream()
                            .filter(text -> text.equals(texts.getFirst())
                                    || (text.contains("-") && CODE.matcher(text).matches()))
                            .toList();
        }

        String key(String code) {
            return KEYS.getOrDefault(type, "refusal.") + code;
        }
    }

    @BeforeAll
    static void read() throws IOException, URISyntaxException {
        Path all = Path.of(Refusal.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(all)) {
            classes = files.filter(file -> file.toString().endsWith(".class"))
                    .map(RefusalsTest::parsed)
                    .toList();
        }
        refusals = classes.stream()
                .filter(type -> type.superclass()
                        .map(above -> above.asInternalName().equals(REFUSAL))
                        .orElse(false))
                .map(type -> type.thisClass().asInternalName())
                .collect(toSet());
    }

    @Test
    void whateverARoomRefusesHasWords() {
        assertThat(sites()).hasSizeGreaterThan(100);
        assertThat(keys((site, key) -> !Texts.has(key))).isEmpty();
    }

    @Test
    void whateverTheWordsNameComesWithTheRefusal() {
        assertThat(keys((site, key) -> Texts.has(key) && gaps(key) != site.named()))
                .isEmpty();
    }

    @Test
    void codesThatAreMadeElsewhereHaveWordsToo() {
        assertThat(Stream.concat(
                                Stream.of(Unprintable.Code.values()).map(Unprintable.Code::word),
                                Stream.of("too-heavy", "too-big"))
                        .map(code -> "refusal." + code))
                .allSatisfy(key -> {
                    assertThat(Texts.has(key)).as(key).isTrue();
                    assertThat(gaps(key)).as(key).isEqualTo(1);
                });
        assertThat(gaps("refusal." + PluginMissing.CODE)).isZero();
    }

    /** Only the upload of a plugin shows both: its words name files and lines that nobody can translate. */
    @Test
    void noPageShowsAReaderWhatARoomSaysInEnglish() {
        assertThat(classes.stream()
                        .filter(type -> type.thisClass().asInternalName().contains("/ui/"))
                        .filter(type -> code(type)
                                .anyMatch(code -> code.elementStream().anyMatch(RefusalsTest::isSaidInEnglish)))
                        .map(type -> type.thisClass().asInternalName()))
                .containsExactly("org/packhaus/plugin/ui/UploadDialog");
    }

    @Test
    void saysItInTheReadersLanguageAndNamesTheThing() {
        assertThat(Problems.text(Locale.GERMAN, "refusal.", "rule-empty", "The rule “Post” names no carrier.", "Post"))
                .contains("Die Regel", "Post");
        assertThat(Problems.text(Locale.CHINESE, "refusal.", "rule-empty", "The rule “Post” names no carrier.", "Post"))
                .contains("规则", "Post");
    }

    @Test
    void whatNobodyHasWordsForIsSaidAsItWasSaid() {
        assertThat(Problems.text(Locale.GERMAN, "refusal.", "seeds-eaten", "The birds ate the seeds."))
                .isEqualTo("The birds ate the seeds.");
        assertThat(Problems.text(Locale.GERMAN, "refusal.", "rule-empty", "Ours by chance, from a plugin."))
                .isEqualTo("Ours by chance, from a plugin.");
        assertThat(Problems.text(Locale.GERMAN, "refusal.", "not-reachable", "Connection refused."))
                .isEqualTo(Texts.of(Locale.GERMAN, "problem.not-reachable"));
        assertThat(Problems.text(Locale.ENGLISH, "refusal.", "not-reachable", "Connection refused."))
                .isEqualTo("Connection refused.");
    }

    private static Set<String> keys(BiPredicate<Site, String> wrong) {
        Set<String> found = new TreeSet<>();
        for (Site site : sites()) {
            site.codes().stream()
                    .map(site::key)
                    .filter(key -> wrong.test(site, key))
                    .forEach(key -> found.add(key + " of " + site.where()));
        }
        return found;
    }

    private static List<Site> sites() {
        List<Site> sites = new ArrayList<>();
        for (ClassModel type : classes) {
            for (MethodModel method : type.methods()) {
                method.code()
                        .ifPresent(code -> collect(
                                type.thisClass().asInternalName() + "."
                                        + method.methodName().stringValue(),
                                code,
                                sites));
            }
        }
        return sites;
    }

    /** From each {@code new} to its constructor: the texts in between, and the size of the last array of texts. */
    private static void collect(String where, CodeModel code, List<Site> sites) {
        Deque<Open> open = new ArrayDeque<>();
        int number = 0;
        for (CodeElement element : code) {
            switch (element) {
                case NewObjectInstruction begun
                when isRefused(begun.className().asInternalName()) ->
                    open.push(new Open(begun.className().asInternalName()));
                case ConstantInstruction constant
                when constant.constantValue() instanceof Integer value -> number = value;
                case ConstantInstruction constant
                when constant.constantValue() instanceof String text && !open.isEmpty() ->
                    open.getFirst().texts.add(text);
                case NewReferenceArrayInstruction array
                when array.componentType().asInternalName().equals("java/lang/String") && !open.isEmpty() ->
                    open.getFirst().named = number;
                case InvokeInstruction call
                when !open.isEmpty()
                        && call.name().equalsString("<init>")
                        && call.owner().asInternalName().equals(open.getFirst().type) -> {
                    Open done = open.pop();
                    sites.add(new Site(where, done.type, List.copyOf(done.texts), done.named));
                }
                default -> {}
            }
        }
    }

    private static final class Open {
        private final String type;
        private final List<String> texts = new ArrayList<>();
        private int named;

        private Open(String type) {
            this.type = type;
        }
    }

    private static boolean isRefused(String type) {
        return refusals.contains(type) || ALIKE.contains(type);
    }

    private static boolean isSaidInEnglish(CodeElement element) {
        return element instanceof InvokeInstruction call
                && (refusals.contains(call.owner().asInternalName())
                        || call.owner().asInternalName().equals(REFUSAL))
                && (call.name().equalsString("getMessage") || call.name().equalsString("text"));
    }

    private static Stream<CodeModel> code(ClassModel type) {
        return type.methods().stream().flatMap(method -> method.code().stream());
    }

    private static int gaps(String key) {
        return (int) GAP.matcher(Texts.of(Locale.ENGLISH, key))
                .results()
                .map(gap -> gap.group(1))
                .distinct()
                .count();
    }

    private static ClassModel parsed(Path file) {
        try {
            return ClassFile.of().parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
