package org.safecontact.packaged;

import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Holes that no free release of Spring closes are in what nothing of ours uses (docs/advisories.md). */
class LeftAloneTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.safecontact");

    private static final List<Class<?>> GIVEN =
            List.of(Model.class, HttpServletRequest.class, HttpServletResponse.class, HttpSession.class);

    @Test
    void nothingOfOursUsesWhatSpringLeavesOpen() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.expression..",
                        "org.springframework.ui.freemarker..",
                        "org.springframework.web.servlet.function..",
                        "org.springframework.web.servlet.view..",
                        "org.springframework.web.reactive..",
                        "org.springframework.messaging..")
                .check(PRODUCT);
        noClasses()
                .should()
                .dependOnClassesThat(
                        nameMatching(
                                ".*\\.(ContentDisposition|SseEmitter|ResponseBodyEmitter|FragmentsRendering"
                                        + "|UrlFilenameViewController|UrlHandlerFilter|DataBinder|WebDataBinder|Errors|BindingResult)"))
                .check(PRODUCT);
    }

    @Test
    void noControllerBindsAFormToAnObject() {
        List<JavaParameter> parameters = PRODUCT.stream()
                .filter(type -> type.isMetaAnnotatedWith(Controller.class))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(RequestMapping.class))
                .flatMap(method -> method.getParameters().stream())
                .toList();

        assertThat(parameters)
                .hasSizeGreaterThan(30)
                .allMatch(
                        parameter -> Stream.of(RequestBody.class, PathVariable.class, RequestParam.class)
                                        .anyMatch(parameter::isAnnotatedWith)
                                || GIVEN.stream().anyMatch(parameter.getRawType()::isEquivalentTo),
                        "is JSON, a word of the address, or Spring's own");
    }
}
