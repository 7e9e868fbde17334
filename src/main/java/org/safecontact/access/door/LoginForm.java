package org.safecontact.access.door;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Login and password as the browser sends them; the password is not looked at. */
final class LoginForm {

    private LoginForm() {}

    /** The login that is tried: the first, as the engine reads it; empty when there is none. */
    static String loginIn(byte[] form) {
        return Arrays.stream(new String(form, StandardCharsets.UTF_8).split("&"))
                .map(part -> part.split("=", 2))
                .filter(field -> field.length == 2 && decode(field[0]).equals("username"))
                .findFirst()
                .map(field -> decode(field[1]))
                .orElse("");
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
