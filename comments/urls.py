"""The addresses that readers use."""

from django.urls import path

from comments import views

app_name = "comments"

urlpatterns = [
    path("post/", views.post, name="post"),
    path("own/<str:token>/", views.own, name="own"),
    path("thread/", views.thread, name="thread"),
    path("guidelines/<slug:key>/", views.guidelines, name="guidelines"),
]
