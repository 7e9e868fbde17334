package org.safecontact.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the beans that diagrams and decision tables may name, for example <code>${decideRisk}</code>. Everything else
 * in the application is out of their reach: stock Camunda would let every expression call every bean.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface InDiagrams {}
