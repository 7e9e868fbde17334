package org.safecontact.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Objects;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.safecontact.access.CurrentPerson;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.Role;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * What stands on every page of ours: {@code dutyTelephone}, {@code now} in England, {@code reader} (the name of who reads, for what is
 * printed), {@code readerId}, {@code beforeLogin} where nobody has logged in, {@code demonstration}, {@code mayReport}, and {@code csrfToken},
 * which its forms send back.
 */
@Component
class EveryPage implements WebMvcConfigurer, HandlerInterceptor {

    private final Agency agency;
    private final CurrentPerson person;
    private final HumanTime time;
    private final Clock clock;
    private final boolean demonstration;

    EveryPage(Agency agency, CurrentPerson person, HumanTime time, Clock clock, Environment environment) {
        this.agency = agency;
        this.person = person;
        this.time = time;
        this.clock = clock;
        this.demonstration = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/safe-contact/**");
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, ModelAndView page) {
        // What a redirect is given would stand in the address.
        if (page == null || page.getViewName() == null || page.getViewName().startsWith("redirect:")) {
            return;
        }
        page.addObject("demonstration", demonstration)
                .addObject("dutyTelephone", agency.dutyTelephone(clock.instant()))
                .addObject("now", time.full(clock.instant()))
                .addObject("reader", person.id().map(agency::nameOf).orElse(""))
                .addObject("readerId", person.id().orElse(null))
                .addObject("beforeLogin", person.id().isEmpty())
                .addObject("mayReport", mayReport())
                .addObject("csrfToken", token(request));
    }

    private boolean mayReport() {
        return person.id()
                .flatMap(agency::person)
                .filter(known -> !known.is(Role.ADMINISTRATOR))
                .isPresent();
    }

    private static String token(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null
                ? ""
                : Objects.toString(session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME), "");
    }
}
