package org.safecontact.journey;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.safecontact.SafeContactTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/** A journey of {@code journeys.yaml}, on a product of its own: people live it from the first day. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SafeContactTest
@Import(Evening.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
@interface Journey {}
