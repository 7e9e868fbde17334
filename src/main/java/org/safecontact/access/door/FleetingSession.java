package org.safecontact.access.door;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A session that lasts as long as its request and that no cookie leads to. */
class FleetingSession implements HttpSession {

    private final Map<String, Object> attributes = new LinkedHashMap<>();
    private final ServletContext context;
    private boolean over;

    FleetingSession(ServletContext context) {
        this.context = context;
    }

    boolean isOver() {
        return over;
    }

    @Override
    public void invalidate() {
        over = true;
        attributes.clear();
    }

    @Override
    public Object getAttribute(String name) {
        return attributes.get(name);
    }

    @Override
    public Enumeration<String> getAttributeNames() {
        return Collections.enumeration(attributes.keySet());
    }

    @Override
    public void setAttribute(String name, Object value) {
        attributes.put(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        attributes.remove(name);
    }

    @Override
    public ServletContext getServletContext() {
        return context;
    }

    @Override
    public String getId() {
        return "";
    }

    @Override
    public boolean isNew() {
        return true;
    }

    @Override
    public long getCreationTime() {
        return 0;
    }

    @Override
    public long getLastAccessedTime() {
        return 0;
    }

    @Override
    public void setMaxInactiveInterval(int seconds) {
        // it ends with the request
    }

    @Override
    public int getMaxInactiveInterval() {
        return 0;
    }
}
