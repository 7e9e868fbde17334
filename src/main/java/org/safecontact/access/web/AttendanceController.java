package org.safecontact.access.web;

import jakarta.servlet.http.HttpSession;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.door.Attendance;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a screen asks how long it stays open, and says that somebody has touched it. */
@RestController
@RequestMapping("/safe-contact/api/here")
class AttendanceController {

    private final Attendance attendance;
    private final CurrentPerson person;

    AttendanceController(Attendance attendance, CurrentPerson person) {
        this.attendance = attendance;
        this.person = person;
    }

    @GetMapping
    Attendance.Left left(HttpSession session) {
        return attendance.left(session, person.required());
    }

    @PostMapping
    Attendance.Left touched(HttpSession session) {
        attendance.touched(session, person.required());
        return attendance.left(session, person.required());
    }
}
