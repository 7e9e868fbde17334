package org.safecontact.inform.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.safecontact.engine.InDiagrams;
import org.safecontact.incident.CaseNames;
import org.safecontact.inform.Purpose;
import org.springframework.stereotype.Component;

/** Two calls of one case that wait side by side are told apart on the list. */
@Component
@InDiagrams
class WhatTheCallIsAbout implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        String about = switch (Purpose.of(task.getVariable(CaseNames.PURPOSE))) {
            case PHONE_TAKEN -> ": a phone or app is limited";
            case MORE_WORRIED -> ": what is new";
            case ALARM, HANDOVER -> "";
        };
        task.setName(task.getName() + about);
    }
}
