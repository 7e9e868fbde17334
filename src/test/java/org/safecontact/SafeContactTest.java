package org.safecontact;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.safecontact.demo.FirstDay;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * A test of the running product: the demonstration on a real PostgreSQL of its own, over HTTP on a free port, with the
 * job executor off (jobs run when the test says so, see {@link Jobs}), nothing looked at every minute and the clock in the test's hand (see
 * {@link TestClock}). The tests of a class share one running product, which no other class has touched (see
 * {@link OneProductAtATime}): use ids of your own, delete nothing.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "safe-contact.data-directory=target/test-data/${random.uuid}",
            "safe-contact.demo.programs-directory=target/test-data/postgresql-programs",
            "safe-contact.demo.mail-port=0",
            "camunda.bpm.job-execution.enabled=false",
            "safe-contact.access.look-at-taken-every=P365D",
            FirstDay.SUSPENDABLE,
        })
@Import(Helpers.class)
public @interface SafeContactTest {}
