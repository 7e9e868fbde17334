package org.safecontact;

import org.springframework.core.Ordered;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Stops the product of a test class before the next one starts its own: Camunda knows its engine and web applications by name in one static
 * place, and two products in one JVM take each other's calls. Registered in {@code META-INF/spring.factories} of the tests.
 */
class OneProductAtATime implements TestExecutionListener, Ordered {

    @Override
    public void afterTestClass(TestContext context) {
        if (context.hasApplicationContext()) {
            context.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
        }
    }

    /** The first of all, so the last after a class. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
