package org.safecontact.journey;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.safecontact.SafeContactTest;

/** Journeys of {@code journeys.yaml}: people live each of them on the product's first day, whatever happened in another. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SafeContactTest
@ExtendWith(FromTheFirstDay.class)
@interface Journey {}
