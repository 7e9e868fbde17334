package org.safecontact.record;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;

/**
 * Verifies the record, and what it vouches for, from the command line, without the web server and without the engine:
 * {@code java -jar safe-contact.jar --safe-contact.verify}. Checkpoints that were noted outside are held against the
 * record by {@code --safe-contact.verify.noted=12:5f0c…}, as often as wanted.
 */
public final class VerifyCommand {

    private static final String ASKED = "--safe-contact.verify";
    private static final Pattern NOTED = Pattern.compile(ASKED + "\\.noted=(\\d{1,9}):(\\p{XDigit}{64})");

    private VerifyCommand() {}

    /** Whether the arguments ask for verification instead of a running product. */
    public static boolean asked(String[] arguments) {
        return Arrays.stream(arguments).anyMatch(ASKED::equals);
    }

    /**
     * Verifies and prints the verdict.
     *
     * @return 0 when everything is as it was written, 1 when not, 2 when it could not be verified
     */
    public static int run(String[] arguments) {
        Map<Integer, String> noted = new TreeMap<>();
        for (String argument : arguments) {
            Matcher matcher = NOTED.matcher(argument);
            if (matcher.matches()) {
                noted.put(Integer.valueOf(matcher.group(1)), matcher.group(2));
            } else if (argument.startsWith(ASKED + ".noted")) {
                System.err.println("A checkpoint is given as " + ASKED + ".noted=<number>:<64 hexadecimal digits>");
                return 2;
            }
        }
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Setup.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties("logging.level.root=WARN")
                .run(arguments)) {
            Verdict verdict = context.getBean(RecordVerifier.class).verify(noted);
            System.out.print(verdict.inWords());
            return verdict.intact() ? 0 : 1;
        } catch (RuntimeException unreadable) {
            System.err.println("The record could not be read: "
                    + NestedExceptionUtils.getMostSpecificCause(unreadable).getMessage());
            return 2;
        }
    }

    /** A database connection, the verifier, and what other areas have verified too; nothing else starts. */
    @ComponentScan(
            basePackages = "org.safecontact",
            useDefaultFilters = false,
            includeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = VerifiedToo.class))
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class})
    @Import(RecordVerifier.class)
    static class Setup {}
}
