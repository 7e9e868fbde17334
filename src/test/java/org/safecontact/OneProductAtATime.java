package org.safecontact;

import org.safecontact.demo.FirstDay;
import org.springframework.core.Ordered;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Test classes that want the same product share one, which goes back to its first day before each. It stops before another one starts: Camunda
 * knows its engine and web applications by name in one static place, and two products in one JVM take each other's calls. Registered in
 * {@code META-INF/spring.factories} of the tests.
 */
public class OneProductAtATime implements TestExecutionListener, Ordered {

    private static TestContext running;

    @Override
    public void beforeTestClass(TestContext context) {
        turnTo(context);
    }

    /** Where one instance serves all methods of a class, it is made before anything else of the class begins, and wants its product. */
    @Override
    public void prepareTestInstance(TestContext context) {
        turnTo(context);
    }

    private static void turnTo(TestContext context) {
        if (running != null && running.getTestClass() == context.getTestClass()) {
            return;
        }
        if (context.hasApplicationContext()) {
            context.getApplicationContext().getBean(FirstDay.class).again();
        } else {
            stop();
        }
        running = context;
    }

    /** Stops the product that tests share, before one is started by hand. */
    public static void stop() {
        if (running != null && running.hasApplicationContext()) {
            running.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
        }
    }

    /** The first of all. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
