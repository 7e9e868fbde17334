package org.safecontact.access.door;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.springframework.http.HttpHeaders;

/** An answer that no browser keeps on its disk, whatever Camunda's own filters say of it later. Source: OWASP ASVS 4.0.3, 8.2.1. */
class KeptNowhere extends HttpServletResponseWrapper {

    KeptNowhere(HttpServletResponse response) {
        super(response);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @Override
    public void setHeader(String name, String value) {
        if (!HttpHeaders.CACHE_CONTROL.equalsIgnoreCase(name)) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (!HttpHeaders.CACHE_CONTROL.equalsIgnoreCase(name)) {
            super.addHeader(name, value);
        }
    }
}
