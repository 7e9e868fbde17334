package org.safecontact.journey;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.safecontact.demo.FirstDay;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Lets no journey inherit anything from another one on the same running product. */
class FromTheFirstDay implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext journey) {
        ApplicationContext product = SpringExtension.getApplicationContext(journey);
        // A window that is left open still asks for its lists.
        product.getBeanProvider(Windows.class).ifAvailable(Windows::closeAll);
        product.getBean(Evening.class).everybodyLeaves();
        product.getBean(FirstDay.class).again();
    }
}
