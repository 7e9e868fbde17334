package org.safecontact.access.door;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/** Which filter stands before what. All of them come before Camunda's own. */
@Configuration(proxyBeanMethods = false)
class Doors {

    private static final int FIRST = -200;

    @Bean
    FilterRegistrationBean<EveryAnswer> everyAnswer() {
        return before(new EveryAnswer(), Ordered.HIGHEST_PRECEDENCE, "/*");
    }

    /** Nobody gets a session without a login, or in the place of one that the door of the engine has just ended. */
    @Bean
    FilterRegistrationBean<OncePerRequestFilter> noSessionForNobody() {
        OncePerRequestFilter nobody = new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                boolean loggedIn = request.getSession(false) != null;
                chain.doFilter(loggedIn ? request : new NobodysRequest(request), response);
            }
        };
        return before(nobody, FIRST + 1, "/camunda/*");
    }

    @Bean
    DelegatingFilterProxyRegistrationBean engineApiDoor() {
        return whenAsked("doorFilter", FIRST, "/*");
    }

    @Bean
    DelegatingFilterProxyRegistrationBean ownPagesDoor() {
        return whenAsked("pagesFilter", FIRST + 1, PagesFilter.PAGES, PagesFilter.PAGES + "/*");
    }

    @Bean
    FilterRegistrationBean<FormerAddresses> formerAddresses() {
        return before(new FormerAddresses(), FIRST, FormerAddresses.PATHS);
    }

    @Bean
    FilterRegistrationBean<NonceFilter> ownNonce() {
        return before(new NonceFilter(), FIRST + 3, NonceFilter.SCREENS);
    }

    /** Everybody begins in Tasklist; Camunda's welcome page has nothing for anybody here. */
    @Bean
    FilterRegistrationBean<OncePerRequestFilter> straightToTasklist() {
        OncePerRequestFilter redirect = new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                response.sendRedirect(PagesFilter.LOGIN);
            }
        };
        return before(
                redirect,
                FIRST + 2,
                "/",
                "/camunda",
                "/camunda/",
                "/camunda/app",
                "/camunda/app/",
                "/camunda/app/welcome",
                "/camunda/app/welcome/*");
    }

    /** A filter that needs the engine: Tomcat must not begin all of it before the other beans are known, which is slow. */
    private static DelegatingFilterProxyRegistrationBean whenAsked(String filter, int order, String... paths) {
        DelegatingFilterProxyRegistrationBean registration = new DelegatingFilterProxyRegistrationBean(filter);
        registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
        registration.setOrder(order);
        registration.addUrlPatterns(paths);
        return registration;
    }

    private static <T extends OncePerRequestFilter> FilterRegistrationBean<T> before(
            T filter, int order, String... paths) {
        FilterRegistrationBean<T> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        registration.addUrlPatterns(paths);
        return registration;
    }
}
