"""What a class is told after a week was marked: each learner a page, the instructor a report."""
