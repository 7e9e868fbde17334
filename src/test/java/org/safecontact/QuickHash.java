package org.safecontact;

import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/**
 * Passwords as nobody may keep them: the product's own hash is slow on purpose, and tests log in some thousand times. Counts, where the
 * product's would take long. {@code RealStartTest} and {@code KilledIT} have the product's own.
 */
@TestComponent
@Primary
public class QuickHash implements PasswordEncryptor {

    public static final String NAME = "QUICK";

    private final AtomicInteger looks = new AtomicInteger();

    /** How many guesses were made into, or compared with, a hash. */
    public int looks() {
        return looks.get();
    }

    @Override
    public String encrypt(String password) {
        looks.incrementAndGet();
        return Base64.getEncoder().encodeToString(password.getBytes());
    }

    @Override
    public boolean check(String password, String encrypted) {
        return encrypt(password).equals(encrypted);
    }

    @Override
    public String hashAlgorithmName() {
        return NAME;
    }
}
