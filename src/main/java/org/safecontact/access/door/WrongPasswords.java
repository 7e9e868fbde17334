package org.safecontact.access.door;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Slows down who tries passwords, by where they come from and never by login alone: whoever could lock a login by typing wrong passwords
 * could keep every worker out in the night in which a child needs one. From another address the right password works at once.
 */
@Component
class WrongPasswords {

    /** Wrong passwords for one login from one address until it has to wait. House default. */
    static final int FOR_ONE_LOGIN = 5;

    /** Wrong passwords for any login from one address; an office has one address. House default. */
    static final int FOR_ALL = 30;

    /** How long it has to wait, from its first wrong password on. House default. */
    static final Duration WAIT = Duration.ofMinutes(1);

    private static final int MOST_REMEMBERED = 20_000;
    private static final int LONGEST_LOGIN = 64;
    private static final Pattern IP_6 = Pattern.compile("[0-9A-Fa-f]*:[0-9A-Fa-f:.]*");

    private record Tries(int count, Instant since) {}

    private final Map<String, Tries> tries = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    private final Clock clock;

    WrongPasswords(Clock clock) {
        this.clock = clock;
    }

    /**
     * Counts an attempt as wrong until {@link #wasRight} says otherwise: many at once are as many as one after the other.
     *
     * @return whether the password may be looked at
     */
    synchronized boolean mayTry(String address, String login) {
        String from = network(address);
        String both = both(from, login);
        if (count(from) >= FOR_ALL || count(both) >= FOR_ONE_LOGIN) {
            return false;
        }
        add(from, 1);
        add(both, 1);
        return true;
    }

    /** Takes the attempt back, and with it what was mistyped for this login before. */
    synchronized void wasRight(String address, String login) {
        String from = network(address);
        tries.remove(both(from, login));
        add(from, -1);
    }

    private int count(String key) {
        Instant now = clock.instant();
        tries.computeIfPresent(key, (same, known) -> now.isBefore(known.since().plus(WAIT)) ? known : null);
        return tries.getOrDefault(key, new Tries(0, now)).count();
    }

    private void add(String key, int more) {
        tries.merge(
                key,
                new Tries(Math.max(more, 0), clock.instant()),
                (known, added) -> new Tries(Math.max(known.count() + more, 0), known.since()));
    }

    private static String both(String from, String login) {
        return from + " " + login.substring(0, Math.min(login.length(), LONGEST_LOGIN));
    }

    /** Whoever has one address of the sixth version has a whole network of them: its first half. */
    private static String network(String address) {
        if (!IP_6.matcher(address).matches()) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == 16 ? HexFormat.of().formatHex(Arrays.copyOf(bytes, 8)) : address;
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }
}
