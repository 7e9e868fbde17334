package org.safecontact.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.safecontact.SafeContactTest;
import org.springframework.context.annotation.Import;

/** A test of the engine room: the running product and one user task of the test's own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SafeContactTest
@Import({TestWork.class, CheckEverything.class, ExpressionProbe.class, LeakWork.class, FormProcess.class})
public @interface EngineTest {}
