package org.safecontact.journey;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.safecontact.demo.FirstDay;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Lets no journey inherit anything from another one on the same running product. */
class FromTheFirstDay implements BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    @Override
    public void beforeEach(ExtensionContext journey) {
        product(journey).getBean(FirstDay.class).again();
    }

    /** A window that is left open still asks for its lists. */
    @Override
    public void afterEach(ExtensionContext journey) {
        product(journey).getBean(Windows.class).closeAll();
        product(journey).getBean(Evening.class).everybodyLeaves();
    }

    @Override
    public void afterAll(ExtensionContext journeys) {
        product(journeys).getBean(Windows.class).close();
    }

    private static ApplicationContext product(ExtensionContext test) {
        return SpringExtension.getApplicationContext(test);
    }
}
