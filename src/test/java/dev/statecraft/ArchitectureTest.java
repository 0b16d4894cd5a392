package dev.statecraft;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Holds the arrows between packages, and keeps the outside world out of the packages that must be repeatable. */
class ArchitectureTest {
    private static final String ROOT = "dev.statecraft";
    private static final Path SOURCES = Path.of("src/main/java");

    private static final Map<String, Set<String>> MAY_IMPORT = new LinkedHashMap<>();

    static {
        MAY_IMPORT.put("query", Set.of());
        MAY_IMPORT.put("asl", Set.of("query"));
        MAY_IMPORT.put("editing", Set.of("asl", "query"));
        MAY_IMPORT.put("engine", Set.of("asl", "query"));
        MAY_IMPORT.put("sandbox", Set.of("engine", "asl", "query"));
        MAY_IMPORT.put("export", Set.of("sandbox", "asl"));
        MAY_IMPORT.put("diagram", Set.of("asl", "engine"));
        MAY_IMPORT.put("grading", Set.of("sandbox", "engine", "asl"));
        MAY_IMPORT.put("content", Set.of("grading", "sandbox", "asl"));
        MAY_IMPORT.put("learning", Set.of("content", "grading"));
        MAY_IMPORT.put("region", Set.of("sandbox", "engine", "asl", "query"));
        MAY_IMPORT.put("api", Set.of("region", "sandbox", "engine", "asl", "query"));
        MAY_IMPORT.put(
                "web",
                Set.of(
                        "learning",
                        "content",
                        "editing",
                        "grading",
                        "diagram",
                        "region",
                        "export",
                        "sandbox",
                        "engine",
                        "asl"));
    }

    private static final String[] FIRST_SIX =
            within("query", "asl", "engine", "sandbox", "diagram", "grading");
    private static final String[] REPEATABLE =
            within("query", "asl", "engine", "sandbox", "grading");

    private static final JavaClasses MAIN =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(ROOT);

    @TestFactory
    Stream<DynamicTest> a_package_imports_only_what_the_architecture_allows_it() {
        return MAY_IMPORT.entrySet().stream()
                .map(
                        row ->
                                DynamicTest.dynamicTest(
                                        row.getKey(),
                                        () -> importsOnly(row.getKey(), row.getValue())));
    }

    private static void importsOnly(String name, Set<String> allowed) {
        String[] forbidden =
                MAY_IMPORT.keySet().stream()
                        .filter(other -> !other.equals(name) && !allowed.contains(other))
                        .map(other -> ROOT + "." + other + "..")
                        .toArray(String[]::new);
        if (forbidden.length == 0) {
            return;
        }
        noClasses()
                .that()
                .resideInAPackage(ROOT + "." + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void every_class_lies_in_a_package_that_the_architecture_knows() {
        String[] known = within(MAY_IMPORT.keySet().toArray(String[]::new));

        noClasses()
                .that(DescribedPredicate.not(resideInAnyPackage(known)))
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .resideInAPackage(ROOT + "..")
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void sibling_packages_never_form_a_circle() {
        slices().matching(ROOT + ".(*).(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(MAIN);
    }

    /** What is public only so that the subpackages of one package can share it. */
    @TestFactory
    Stream<DynamicTest> the_insides_of_a_package_are_used_in_it_alone() {
        return Stream.of("asl.reading", "asl.rules", "engine.states", "engine.map")
                .map(inside -> DynamicTest.dynamicTest(inside, () -> staysInside(inside)));
    }

    private static void staysInside(String inside) {
        String whole = ROOT + "." + inside.substring(0, inside.indexOf('.')) + "..";
        noClasses()
                .that()
                .resideOutsideOfPackage(whole)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "." + inside + "..")
                .check(MAIN);
    }

    @Test
    void every_package_is_null_marked_and_says_what_it_is_for() throws IOException {
        try (Stream<Path> folders = Files.walk(SOURCES).filter(ArchitectureTest::holdsSources)) {
            List<Path> faulty = folders.filter(folder -> !isDescribed(folder)).toList();

            assertThat(faulty)
                    .as("packages without a package-info.java that has a comment and @NullMarked")
                    .isEmpty();
        }
    }

    @Test
    void the_first_six_packages_know_no_framework_and_no_database() {
        noClasses()
                .that()
                .resideInAnyPackage(FIRST_SIX)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus..",
                        "io.quarkiverse..",
                        "io.smallrye..",
                        "io.vertx..",
                        "jakarta..",
                        "javax.sql..",
                        "java.sql..",
                        "org.hibernate..",
                        "org.eclipse.microprofile..")
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void the_first_six_packages_cannot_reach_the_network() {
        noClasses()
                .that()
                .resideInAnyPackage(FIRST_SIX)
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.net.http..", "javax.net..", "java.nio.channels..")
                                .or(
                                        named(
                                                "java.net.URL",
                                                "java.net.URLConnection",
                                                "java.net.HttpURLConnection",
                                                "java.net.Socket",
                                                "java.net.ServerSocket",
                                                "java.net.DatagramSocket",
                                                "java.net.InetAddress")))
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void what_must_be_repeatable_uses_no_thread_no_file_and_no_unseeded_randomness() {
        noClasses()
                .that()
                .resideInAnyPackage(REPEATABLE)
                .should()
                .dependOnClassesThat(
                        resideInAPackage("java.nio.file..")
                                .or(
                                        named(
                                                "java.io.File",
                                                "java.io.FileInputStream",
                                                "java.io.FileOutputStream",
                                                "java.io.FileReader",
                                                "java.io.FileWriter",
                                                "java.io.RandomAccessFile",
                                                "java.lang.Thread",
                                                "java.lang.ThreadLocal",
                                                "java.lang.ProcessBuilder",
                                                "java.lang.Runtime",
                                                "java.util.Timer",
                                                "java.util.Random",
                                                "java.security.SecureRandom",
                                                "java.util.concurrent.ThreadLocalRandom",
                                                "java.util.concurrent.Executor",
                                                "java.util.concurrent.ExecutorService",
                                                "java.util.concurrent.Executors",
                                                "java.util.concurrent.ForkJoinPool",
                                                "java.util.concurrent.CompletableFuture")))
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void what_must_be_repeatable_reads_no_system_clock_and_no_default_locale() {
        noClasses()
                .that()
                .resideInAnyPackage(REPEATABLE)
                .should()
                .callMethodWhere(readsTheMachine())
                .allowEmptyShould(true)
                .check(MAIN);
    }

    /** Calls whose answer depends on where and when the program runs. */
    private static DescribedPredicate<JavaMethodCall> readsTheMachine() {
        return DescribedPredicate.describe(
                "reads the clock, the locale, the time zone, the environment or chance of the machine",
                call -> {
                    AccessTarget.MethodCallTarget target = call.getTarget();
                    boolean withoutArguments = target.getRawParameterTypes().isEmpty();
                    return switch (target.getOwner().getName() + "." + target.getName()) {
                        case "java.lang.System.currentTimeMillis",
                                "java.lang.System.nanoTime",
                                "java.lang.System.getenv",
                                "java.lang.System.getProperty",
                                "java.lang.Math.random",
                                "java.util.UUID.randomUUID",
                                "java.util.Collections.shuffle",
                                "java.util.Locale.getDefault",
                                "java.util.TimeZone.getDefault",
                                "java.time.ZoneId.systemDefault",
                                "java.time.Clock.systemUTC",
                                "java.time.Clock.systemDefaultZone",
                                "java.time.Clock.system",
                                "java.time.InstantSource.system" ->
                                true;
                        case "java.lang.String.toUpperCase", "java.lang.String.toLowerCase" ->
                                withoutArguments;
                        default ->
                                target.getName().equals("now")
                                        && target.getOwner().getPackageName().equals("java.time")
                                        && withoutArguments;
                    };
                });
    }

    private static DescribedPredicate<JavaClass> named(String... names) {
        Set<String> all = Set.of(names);
        return DescribedPredicate.describe(
                "one of " + Arrays.toString(names), it -> all.contains(it.getName()));
    }

    private static String[] within(String... names) {
        return Arrays.stream(names).map(name -> ROOT + "." + name + "..").toArray(String[]::new);
    }

    private static boolean holdsSources(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isDescribed(Path folder) {
        Path description = folder.resolve("package-info.java");
        try {
            return Files.exists(description)
                    && Files.readString(description).contains("/**")
                    && Files.readString(description).contains("NullMarked\npackage ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
