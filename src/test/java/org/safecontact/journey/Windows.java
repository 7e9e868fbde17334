package org.safecontact.journey;

import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.Map;
import org.safecontact.TestClock;
import org.safecontact.journey.Browsers.Screen;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Lazy;

/** Everybody's own browser window in a journey, showing the time of the journey. */
@TestComponent
@Lazy
class Windows implements AutoCloseable {

    private final Evening evening;
    private final TestClock clock;
    private final int port;
    private final Browsers browsers = Browsers.forThisClass();
    private final Map<String, TasklistWindow> open = new HashMap<>();
    private Hands hands = Hands.AS_USUAL;

    /** Who has which screen in their hands. */
    enum Hands {
        AS_USUAL {
            @Override
            Page open(Browsers browsers, Screen usual) {
                return browsers.window(usual);
            }

            @Override
            String look(Page page, String picture) {
                return picture;
            }
        },
        /** A carer at a desk; a worker with nothing but a phone, as on duty at night. Nothing on any picture may keep anybody out. */
        SWAPPED {
            @Override
            Page open(Browsers browsers, Screen usual) {
                return browsers.window(usual.other());
            }

            @Override
            String look(Page page, String picture) {
                Wcag.nothingToFind(page, picture);
                return "swapped-" + picture;
            }
        };

        abstract Page open(Browsers browsers, Screen usual);

        /** @return under which name a picture of this page is kept */
        abstract String look(Page page, String picture);
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
            Page page = hands.open(browsers, screen);
            page.context().clock().setSystemTime(clock.now().toEpochMilli());
            window = TasklistWindow.loggedIn(page, port, user, hands);
            open.put(user, window);
        } else {
            window.page().context().clock().setSystemTime(clock.now().toEpochMilli());
            window.comeBack();
        }
        return window;
    }

    /** Everybody closes their window and has the screen in their hands that they usually have. */
    void closeAll() {
        open.values().forEach(window -> window.page().context().close());
        open.clear();
        hands = Hands.AS_USUAL;
    }

    @Override
    public void close() {
        browsers.close();
    }
}
