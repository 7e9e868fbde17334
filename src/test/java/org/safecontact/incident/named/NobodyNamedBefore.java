package org.safecontact.incident.named;

import org.safecontact.incident.Noted;
import org.safecontact.incident.RiskQuestions;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Lets no test inherit whom another one named: it counts as decided that they keep access to the child's other reports. Registered in
 * {@code META-INF/spring.factories} of the tests.
 */
class NobodyNamedBefore implements TestExecutionListener, Ordered {

    @Override
    public void afterTestMethod(TestContext context) {
        if (context.hasApplicationContext()) {
            context.getApplicationContext()
                    .getBeanProvider(NamedBefore.class)
                    .ifAvailable(
                            product -> decided(context.getApplicationContext().getBean(JdbcClient.class)));
        }
    }

    private static void decided(JdbcClient jdbc) {
        jdbc.sql("""
                        insert into incident_note (reference, what, value, noted_by, noted_at)
                        select reference, :otherCases, 'keeps', 'an earlier test', max(given_at) from incident_answer
                        where question = :namedPerson and answer <> '"none"' group by reference""")
                .param("otherCases", Noted.OTHER_CASES)
                .param("namedPerson", RiskQuestions.NAMED_PERSON)
                .update();
    }

    @Override
    public int getOrder() {
        return 5000;
    }
}
