package org.safecontact.incident.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.safecontact.access.CurrentPerson;
import org.safecontact.engine.Drafts;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What was typed into a form of ours is kept no more once it was taken. */
@Component
class DraftsThatWereSent implements WebMvcConfigurer, HandlerInterceptor {

    private final Drafts drafts;
    private final CurrentPerson person;

    DraftsThatWereSent(Drafts drafts, CurrentPerson person) {
        this.drafts = drafts;
        this.person = person;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/safe-contact/**");
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
        if ("POST".equals(request.getMethod())
                && failure == null
                && HttpStatusCode.valueOf(response.getStatus()).is2xxSuccessful()) {
            person.id().ifPresent(me -> drafts.forget(request.getRequestURI(), me));
        }
    }
}
