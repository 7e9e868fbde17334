package org.safecontact.access.process;

import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
import org.springframework.stereotype.Component;

/**
 * Passwords as PBKDF2 with HMAC-SHA-512: a guess costs whoever stole the database a tenth of a second or more, where the engine's own
 * single SHA-512 costs millionths. Source: NIST SP 800-132; the number of rounds is that of OWASP's Password Storage Cheat Sheet.
 */
@Component
class SlowHash implements PasswordEncryptor {

    private static final int SALT_BYTES = 16;
    private static final int ROUNDS = 210_000;

    private final Pbkdf2PasswordEncoder encoder =
            new Pbkdf2PasswordEncoder("", SALT_BYTES, ROUNDS, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA512);

    @Override
    public String encrypt(String password) {
        return encoder.encode(password);
    }

    @Override
    public boolean check(String password, String encrypted) {
        return encoder.matches(password, encrypted);
    }

    @Override
    public String hashAlgorithmName() {
        return "PBKDF2-HMAC-SHA-512";
    }
}
