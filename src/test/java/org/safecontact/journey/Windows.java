package org.safecontact.journey;

import java.util.HashMap;
import java.util.Map;
import org.safecontact.TestClock;
import org.safecontact.journey.Browsers.Screen;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Lazy;

/** Everybody's own browser window in one journey, showing the time of the journey. */
@TestComponent
@Lazy
class Windows implements AutoCloseable {

    private final Evening evening;
    private final TestClock clock;
    private final int port;
    private final Browsers browsers = Browsers.open();
    private final Map<String, TasklistWindow> open = new HashMap<>();
    private Hands hands = Hands.AS_USUAL;

    /** Who has which screen in their hands. */
    enum Hands {
        AS_USUAL(""),
        /** A carer at a desk; a worker with nothing but a phone, as on duty at night. Its pictures have other names. */
        SWAPPED("swapped-");

        private final String pictures;

        Hands(String pictures) {
            this.pictures = pictures;
        }
    }

    Windows(Evening evening, TestClock clock, @LocalServerPort int port) {
        this.evening = evening;
        this.clock = clock;
        this.port = port;
    }

    /** To be said before the first window is opened. */
    void in(Hands everybodys) {
        hands = everybodys;
    }

    /** On the phone in the kitchen; logs in when it is opened first, comes back to the lists later. */
    TasklistWindow phoneOf(String user) {
        return windowOf(user, Screen.PHONE);
    }

    /** On the desk in the office, or on the laptop at home. */
    TasklistWindow deskOf(String user) {
        return windowOf(user, Screen.DESK);
    }

    private TasklistWindow windowOf(String user, Screen screen) {
        evening.aMomentLater();
        TasklistWindow window = open.get(user);
        if (window == null) {
            var page = browsers.window(hands == Hands.SWAPPED ? screen.other() : screen);
            page.context().clock().setSystemTime(clock.now().toEpochMilli());
            window = TasklistWindow.loggedIn(page, port, user, hands.pictures);
            open.put(user, window);
        } else {
            window.page().context().clock().setSystemTime(clock.now().toEpochMilli());
            window.comeBack();
        }
        return window;
    }

    @Override
    public void close() {
        browsers.close();
    }
}
