package org.safecontact;

import java.util.Arrays;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** A test that a list names as its proof, as {@code room.Class#method}. */
public final class NamedTest {

    private NamedTest() {}

    /** Whether that test exists and is run with the others. */
    public static boolean runs(String test) {
        String[] parts = test.split("#");
        try {
            Class<?> type = Class.forName("org.safecontact." + parts[0], false, NamedTest.class.getClassLoader());
            return parts[0].endsWith("Test")
                    && !type.isAnnotationPresent(Disabled.class)
                    && Arrays.stream(type.getDeclaredMethods())
                            .filter(method -> method.getName().equals(parts[parts.length - 1]))
                            .anyMatch(method -> !method.isAnnotationPresent(Disabled.class)
                                    && (method.isAnnotationPresent(Test.class)
                                            || method.isAnnotationPresent(ParameterizedTest.class)));
        } catch (ClassNotFoundException unknown) {
            return false;
        }
    }
}
