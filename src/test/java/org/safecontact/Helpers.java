package org.safecontact;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Whoever helps tests to live cases is there in all of them: with the same helpers they can share one product. */
@TestConfiguration(proxyBeanMethods = false)
@ComponentScan(
        basePackageClasses = Helpers.class,
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(TestComponent.class),
        // What changes the product is for those tests alone that ask for it.
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = {"org\\.safecontact\\.engine\\..*", ".*Test\\$.*"}))
class Helpers {}
